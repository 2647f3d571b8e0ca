import type { ReactNode } from "react";
import { Icon } from "./Icon";

type Kind = "plain" | "good" | "warn" | "error";
const ICONS: Record<Kind, string> = { plain: "info", good: "check", warn: "triangle-alert", error: "triangle-alert" };

export function Notice({ kind = "plain", icon, children, action }: { kind?: Kind; icon?: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="notice" data-kind={kind === "plain" ? undefined : kind} role={kind === "error" ? "alert" : "status"}>
      <Icon name={icon ?? ICONS[kind]} />
      <div className="grow">{children}</div>
      {action}
    </div>
  );
}
