import { createContext, use } from "react";
import type { Call } from "./call";
import type { Hall } from "./hall";

/** What the page was given by the server, and the two ways out of it. */
export interface Ports {
  call: Call;
  hall: Hall;
  seat: string;
  home: string;
  /** where the source of this installation is to be had, "" without */
  source: string;
  /** tells the server of leaving while the page goes away */
  farewell: () => void;
}

const PortsContext = createContext<Ports | null>(null);
export const PortsProvider = PortsContext.Provider;

export function usePorts(): Ports {
  const ports = use(PortsContext);
  if (!ports) throw new Error("usePorts outside PortsProvider");
  return ports;
}
