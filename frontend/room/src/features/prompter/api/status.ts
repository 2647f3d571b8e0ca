import type { Captioner, Cue, Run } from "../../../contract/types";
import type { Place } from "./place";

/** What the prompter is doing, in the order of what a speaker must know first. */
export type Status = "ahead" | "away" | "hand" | "cued" | "offScript" | "following" | "waiting";

interface Seen {
  place: Place;
  turn: boolean;
  captioner: Captioner;
  cue: Cue;
}

/** Who speaks without having been given the floor is followed all the same. */
export function statusOf({ place, turn, captioner, cue }: Seen): Status {
  const heard = place.voice !== null && !place.offScript && !place.byHand;
  if (!turn && !heard) return "ahead";
  if (!place.follows) return "hand";
  if (captioner.state !== "on") return "away";
  if (cue.held && turn) return "cued";
  if (place.byHand) return "hand";
  if (place.offScript) return "offScript";
  return place.voice === null ? "waiting" : "following";
}

/** Whether this person has the floor for these remarks. */
export function isTurn(run: Run, me: number, item: number | null): boolean {
  return item !== null && run.state === "live" && run.item === item && run.speaker === me;
}
