import type { Caption, Prompt, PromptedSentence } from "../../../contract/types";

/** Where a speaker is in their own remarks. A value: every change is a new place. */
export interface Place {
  sentences: readonly PromptedSentence[];
  /** index of the sentence at the reading line */
  at: number;
  /** id of the sentence in which the voice was found last */
  voice: number | null;
  /** moved by hand since then */
  byHand: boolean;
  /** the speaker says what is not in the remarks: nothing moves */
  offScript: boolean;
  /** false: the hand alone moves the text */
  follows: boolean;
}

export const NOWHERE: Place = { sentences: [], at: 0, voice: null, byHand: false, offScript: false, follows: true };

/** Other remarks, or the same ones changed: the place stays where it was, as nearly as there is one. */
export function open(place: Place, prompt: Prompt): Place {
  const { segments: sentences } = prompt;
  const kept = placeAfter(place, sentences);
  if (kept !== null) return { ...place, sentences, at: kept, voice: known(sentences, place.voice) };
  const told = sentences.findIndex(({ id }) => id === prompt.place);
  return { ...NOWHERE, follows: place.follows, sentences, at: Math.max(0, told), voice: known(sentences, prompt.place) };
}

/** The same sentence; else the first that stood behind it and is still there, else the last before it; null: another text. */
function placeAfter({ sentences: before, at }: Place, after: readonly PromptedSentence[]): number | null {
  const order = [...before.slice(at), ...before.slice(0, at).reverse()];
  for (const { id } of order) {
    const index = after.findIndex((sentence) => sentence.id === id);
    if (index >= 0) return index;
  }
  return null;
}

function known(sentences: readonly PromptedSentence[], id: number | null): number | null {
  return sentences.some((sentence) => sentence.id === id) ? id : null;
}

/**
 * What the captions of the speaker's own words say. The hand counts until the voice is found in another sentence, so a
 * look ahead is not pulled back by news of the sentence that is still being read.
 */
export function hear(place: Place, caption: Pick<Caption, "kind" | "segment">): Place {
  if (caption.kind !== "script") return place.offScript || place.voice === null ? place : { ...place, offScript: true };
  const index = place.sentences.findIndex(({ id }) => id === caption.segment);
  if (index < 0) return place; // changed just now: the text is on its way
  const found = { ...place, voice: caption.segment, offScript: false };
  const moves = place.follows && (!place.byHand || caption.segment !== place.voice);
  return moves ? { ...found, at: index, byHand: false } : found;
}

/** By hand, one sentence on or back; at either end it stays. */
export function step(place: Place, by: 1 | -1): Place {
  return goTo(place, place.at + by);
}

export function goTo(place: Place, at: number): Place {
  const sentence = place.sentences[at];
  return sentence ? { ...place, at, byHand: sentence.id !== place.voice } : place;
}

/** Lets the voice lead again, from where it was found last. */
export function backToVoice(place: Place): Place {
  const index = place.sentences.findIndex(({ id }) => id === place.voice);
  return index < 0 ? { ...place, byHand: false } : { ...place, at: index, byHand: false };
}
