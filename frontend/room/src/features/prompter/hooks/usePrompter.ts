import { useCallback, useState } from "react";
import type { Prompt } from "../../../contract/types";
import { useMeeting } from "../../session/hooks/useMeeting";
import type { Place } from "../api/place";
import { isTurn, statusOf, type Status } from "../api/status";
import { usePlace, type Hand } from "./usePlace";
import { usePrompt } from "./usePrompt";
import { usePrompterSettings, type OwnSettings } from "./usePrompterSettings";

export interface Prompter extends OwnSettings {
  prompt: Prompt | null;
  failed: boolean;
  place: Place;
  hand: Hand;
  status: Status;
  turn: boolean;
  /** worth offering: something is prepared, or the agenda lets this person speak */
  offered: boolean;
  isOpen: boolean;
  open: () => void;
  close: () => void;
}

/** One's own remarks in the room: what they are, where one is in them, and whether they are open. */
export function usePrompter(joined: boolean): Prompter {
  const { me, run, agenda, captioner, cue, can } = useMeeting();
  const own = usePrompterSettings();
  const { prompt, failed } = usePrompt(joined);
  const [place, hand] = usePlace(prompt, own.settings.follows);
  const turn = isTurn(run, me.id, prompt?.item ?? null);
  const prepared = place.sentences.length > 0;
  const door = useDoor(own.settings.opensItself && turn && prepared, `${run.item}/${run.speaker}`);
  return {
    ...own,
    ...door,
    prompt,
    failed,
    place,
    hand,
    turn,
    status: statusOf({ place, turn, captioner, cue }),
    offered: can.speak && (prepared || agenda.some((item) => item.speakers.includes(me.id))),
  };
}

/** What was opened by hand stays open until it is closed; what opens by itself is closed for this turn only. */
function useDoor(opensItself: boolean, turn: string): Pick<Prompter, "isOpen" | "open" | "close"> {
  const [asked, setAsked] = useState(false);
  const [closedIn, setClosedIn] = useState<string | null>(null);
  const open = useCallback(() => setAsked(true), []);
  const close = useCallback(() => {
    setAsked(false);
    setClosedIn(turn);
  }, [turn]);
  return { isOpen: asked || (opensItself && closedIn !== turn), open, close };
}
