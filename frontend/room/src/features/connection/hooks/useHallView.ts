import { useSyncExternalStore } from "react";
import { usePorts } from "../../../ports/context";
import type { HallView } from "../../../ports/hall";

export function useHallView(): HallView {
  const { hall } = usePorts();
  return useSyncExternalStore(hall.subscribe, hall.snapshot);
}
