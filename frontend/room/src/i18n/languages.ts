import type { Lang } from "../contract/types";

/** Each language by its own name: read by those who look for theirs. */
export const OWN_NAMES: Record<Lang, string> = { ko: "한국어", vi: "Tiếng Việt", ja: "日本語", en: "English" };

export function asLang(value: string | undefined, otherwise: Lang): Lang {
  const short = value?.slice(0, 2);
  return short === "ko" || short === "vi" || short === "ja" || short === "en" ? short : otherwise;
}
