import { useCallback } from "react";
import { usePorts } from "../../../ports/context";
import { useAttempt } from "../../connection/hooks/useToasts";
import { useMeeting, useMeetingStore } from "../../session/hooks/useMeeting";
import { raiseHand } from "../api/hands";

export function useHands() {
  const { call } = usePorts();
  const store = useMeetingStore();
  const attempt = useAttempt();
  const { hands, me } = useMeeting();
  const mine = hands.findIndex((hand) => hand.person === me.id) + 1;
  const set = useCallback(
    (raised: boolean, person?: number) => attempt(async () => store.patch({ hands: await raiseHand(call, raised, person) })),
    [attempt, call, store],
  );
  return { hands, mine, set };
}
