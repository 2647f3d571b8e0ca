import type { Lang } from "../../../contract/types";

export const SIZES = ["small", "normal", "large", "largest"] as const;
export const PLACES = ["below", "over", "only", "off"] as const;
export type Size = (typeof SIZES)[number];
export type Place = (typeof PLACES)[number];

/** How this person reads. Kept in their browser, unknown to the server. */
export interface CaptionSettings {
  lang: Lang;
  size: Size;
  place: Place;
  showSource: boolean;
  /** read out by a screen reader as it comes; off for those who listen to the sound */
  announce: boolean;
}

export function usualSettings(lang: Lang): CaptionSettings {
  return { lang, size: "normal", place: "below", showSource: false, announce: false };
}
