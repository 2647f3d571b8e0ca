import type { Side } from "../contract/types";

/** Host is a square, partner a circle. The stylesheets say home for host. */
export function SideShape({ side }: { side: Side }) {
  return <span className="side" data-side={dataSide(side)} />;
}

export function dataSide(side: Side): "home" | "partner" {
  return side === "host" ? "home" : "partner";
}
