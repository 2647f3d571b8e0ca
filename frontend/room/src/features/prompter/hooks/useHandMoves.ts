import { useCallback, useMemo } from "react";
import { usePorts } from "../../../ports/context";
import { useAttempt } from "../../connection/hooks/useToasts";
import { stepCue } from "../../cue/api/cue";
import { useMeeting, useMeetingStore } from "../../session/hooks/useMeeting";
import type { Hand } from "./usePlace";
import type { Prompter } from "./usePrompter";

/** The hand on the prompter. It leaves everyone's captions alone, unless this person cues them and asked for both at once. */
export function useHandMoves({ place, hand, turn, settings }: Prompter): Hand {
  const { call } = usePorts();
  const { can } = useMeeting();
  const store = useMeetingStore();
  const attempt = useAttempt();
  const cues = settings.cues && can.cue && turn;

  const show = useCallback(
    (at: number) => {
      const sentence = place.sentences[at];
      if (!cues || !sentence) return;
      void attempt(async () => store.patch({ cue: await stepCue(call, { action: "go", segment: sentence.id }, store.snapshot()?.cue.revision ?? 0) }));
    },
    [attempt, call, cues, place.sentences, store],
  );

  return useMemo(
    () => ({
      step: (by) => {
        hand.step(by);
        show(place.at + by);
      },
      goTo: (at) => {
        hand.goTo(at);
        show(at);
      },
      back: hand.back,
    }),
    [hand, show, place.at],
  );
}
