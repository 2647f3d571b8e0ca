import { useCallback, useEffect, useMemo, useReducer } from "react";
import type { Caption, Prompt } from "../../../contract/types";
import { usePorts } from "../../../ports/context";
import { readCaption } from "../../captions/api/captions";
import { useMeeting } from "../../session/hooks/useMeeting";
import { backToVoice, goTo, hear, NOWHERE, open, step, type Place } from "../api/place";

type Happening =
  | { kind: "opened"; prompt: Prompt }
  | { kind: "heard"; caption: Caption }
  | { kind: "stepped"; by: 1 | -1 }
  | { kind: "went"; to: number }
  | { kind: "back" }
  | { kind: "follows"; follows: boolean };

function turn(place: Place, happening: Happening): Place {
  switch (happening.kind) {
    case "opened":
      return open(place, happening.prompt);
    case "heard":
      return hear(place, happening.caption);
    case "stepped":
      return step(place, happening.by);
    case "went":
      return goTo(place, happening.to);
    case "back":
      return backToVoice(place);
    case "follows":
      return { ...place, follows: happening.follows };
  }
}

export interface Hand {
  step: (by: 1 | -1) => void;
  goTo: (at: number) => void;
  back: () => void;
}

/** Where this person is in their remarks: the captions of their own words say it, and the hand. Kept while closed, too. */
export function usePlace(prompt: Prompt | null, follows: boolean): [Place, Hand] {
  const { hall } = usePorts();
  const { me } = useMeeting();
  const [place, tell] = useReducer(turn, NOWHERE);

  useEffect(() => {
    if (prompt) tell({ kind: "opened", prompt });
  }, [prompt]);

  useEffect(() => tell({ kind: "follows", follows }), [follows]);

  const language = prompt?.language ?? null;
  useEffect(() => {
    if (!language) return;
    return hall.onCaption(language, (json) => {
      const caption = readCaption(json);
      if (caption?.speaker === me.identity) tell({ kind: "heard", caption });
    });
  }, [hall, language, me.identity]);

  const steps = useCallback((by: 1 | -1) => tell({ kind: "stepped", by }), []);
  const goes = useCallback((to: number) => tell({ kind: "went", to }), []);
  const back = useCallback(() => tell({ kind: "back" }), []);
  return [place, useMemo(() => ({ step: steps, goTo: goes, back }), [steps, goes, back])];
}
