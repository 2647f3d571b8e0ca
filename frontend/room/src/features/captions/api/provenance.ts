import type { Caption, Lang, Reading } from "../../../contract/types";

/** What a reader must know about where a sentence comes from. */
export type Provenance = "approved" | "machine" | "untranslated" | "recognised" | "original" | "unrendered";

/** What the mark is made from. */
export type Marked = Pick<Caption, "kind" | "origin" | "lang" | "translated" | "engine">;
/** And what stands behind it. */
export type MarkedInFull = Reading & Pick<Caption, "kind" | "hand">;

/**
 * Law 1 in one place: approved only where a person approved a translation, original where it was written in the reader's
 * language, and never a mark that promises more than the caption says.
 */
export function provenanceOf(caption: Marked, reader: Lang): Provenance {
  if (caption.kind === "machine" || (caption.kind !== "script" && caption.origin === "machine")) return "machine";
  if (caption.kind === "source") return caption.lang === reader ? "recognised" : "untranslated";
  if (caption.translated && caption.origin !== "original") return "approved";
  return caption.lang === reader ? "original" : "unrendered";
}

/** Flags that only tell what was done; every other one is a doubt. */
const TOLD: readonly string[] = ["parts", "same-language", "no-words"];

/** Whether a machine's words are better compared with the original: a name or a number may be wrong in them. */
export function isDoubtful(caption: Pick<Caption, "kind" | "flags">): boolean {
  return caption.kind === "machine" && (caption.flags ?? []).some((flag) => !TOLD.includes(flag));
}

export type MarkOrigin = "approved" | "machine" | "source" | "original";

/** The shape of the mark in the stylesheet. */
export function originOf(provenance: Provenance): MarkOrigin {
  if (provenance === "approved" || provenance === "machine") return provenance;
  return provenance === "original" || provenance === "unrendered" ? "original" : "source";
}

/** Over 60 letters of Chinese, Japanese or Korean, or 120 Latin ones, a sentence steps down in size. */
export function isLong(text: string, lang: Lang): boolean {
  return text.length > (lang === "ko" || lang === "ja" ? 60 : 120);
}
