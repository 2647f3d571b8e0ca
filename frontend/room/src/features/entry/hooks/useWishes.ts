import { useCallback } from "react";
import type { Wishes } from "../../../ports/hall";
import { usePorts } from "../../../ports/context";
import { seatName, useStored } from "../../session/hooks/useStored";

const USUAL: Wishes = { microphone: true, camera: true, microphoneId: null, cameraId: null, speakerId: null, rawMicrophone: false };

/** How this person wants to come in; remembered for the next time. */
export function useWishes(): [Wishes, (part: Partial<Wishes>) => void] {
  const { seat } = usePorts();
  const [stored, store] = useStored<Partial<Wishes>>(`twinhall.devices.${seatName(seat)}`, {});
  const wishes = { ...USUAL, ...stored };
  const change = useCallback((part: Partial<Wishes>) => store({ ...stored, ...part }), [store, stored]);
  return [wishes, change];
}
