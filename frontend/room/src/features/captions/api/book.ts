import type { Caption, Lang } from "../../../contract/types";

/** What has been said, in order, and what is on screen now. A value: every change is a new book. */
export interface Book {
  entries: readonly Entry[];
  live: string | null;
}

export type Entry = { kind: "caption"; key: string; caption: Caption } | { kind: "gap"; key: string; from: string; to: string | null; after: number };

export const EMPTY_BOOK: Book = { entries: [], live: null };
const KEPT = 500;
const STANDS_MS = 10_000;

/** One spoken piece: interim and final share it, and so do two deliveries of the same sentence. */
export function keyOf(caption: Caption): string {
  return `${caption.id}/${caption.segment ?? ""}`;
}

export function hear(book: Book, caption: Caption): Book {
  if (caption.kind === "none" || !caption.text) return clearAfter(book, caption);
  const key = keyOf(caption);
  const at = book.entries.findIndex((entry) => entry.key === key);
  const known = book.entries[at];
  if (known?.kind === "caption" && known.caption.revision >= caption.revision) return book;
  const entry: Entry = { kind: "caption", key, caption };
  const entries = known ? book.entries.with(at, entry) : once([...book.entries, entry]).slice(-KEPT);
  return { entries, live: takesScreen(book, entry) ? key : book.live };
}

/** A machine's translation comes after its words: it takes their place, wherever that is by then, and no other's. */
function takesScreen(book: Book, entry: Entry): boolean {
  if (entry.kind !== "caption" || entry.caption.kind !== "machine" || book.live === entry.key) return true;
  return book.live === null && book.entries.every((other) => other.key !== entry.key && startOf(other) <= startOf(entry));
}

/** A sentence that was blanked and came back with nothing said in between is one line; the newer stands for both. */
function once(entries: readonly Entry[]): Entry[] {
  return entries.filter((entry, index) => {
    const next = entries.slice(index + 1).find((later) => later.kind === "gap" || speakerOf(later) === speakerOf(entry));
    return !next || !isSameSentence(entry, next);
  });
}

function speakerOf(entry: Entry): string | null {
  return entry.kind === "caption" ? entry.caption.speaker : null;
}

function isSameSentence(one: Entry, other: Entry): boolean {
  if (one.kind !== "caption" || other.kind !== "caption") return false;
  return one.caption.kind === "script" && other.caption.kind === "script" && one.caption.segment === other.caption.segment;
}

/** The speaker left the script or fell silent; what another one is saying stays. */
function clearAfter(book: Book, nothing: Caption): Book {
  const live = liveCaption(book);
  if (live?.speaker !== nothing.speaker) return book;
  if (live.id === nothing.id && live.revision > nothing.revision) return book;
  return { ...book, live: null };
}

/** Fills in what was said while this page was not listening. Nothing heard since is taken back. */
export function refill(book: Book, captions: readonly Caption[]): Book {
  const said = captions.filter((caption) => caption.kind !== "none" && caption.text);
  const newest = said.at(-1);
  const missing = said.filter((caption) => !book.entries.some((entry) => entry.key === keyOf(caption)));
  const filled: Entry[] = missing.map((caption) => ({ kind: "caption", key: keyOf(caption), caption }));
  const entries = once([...book.entries, ...filled].toSorted((a, b) => startOf(a) - startOf(b)));
  const stillOpen = newest && newest.end === null && captions.at(-1) === newest ? keyOf(newest) : null;
  const live = entries.some(({ key }) => key === book.live) ? book.live : stillOpen;
  return { entries, live };
}

function startOf(entry: Entry): number {
  return entry.kind === "caption" ? entry.caption.start : entry.after;
}

export function openGap(book: Book, from: string): Book {
  if (book.entries.some((entry) => entry.kind === "gap" && (entry.from === from || entry.to === null))) return book;
  return { entries: [...book.entries, { kind: "gap", key: `gap/${from}`, from, to: null, after: Date.parse(from) }], live: null };
}

export function closeGaps(book: Book, to: string): Book {
  if (!book.entries.some((entry) => entry.kind === "gap" && entry.to === null)) return book;
  return { ...book, entries: book.entries.map((entry) => (entry.kind === "gap" && entry.to === null ? { ...entry, to } : entry)) };
}

export function liveCaption(book: Book): Caption | null {
  const entry = book.entries.find(({ key }) => key === book.live);
  return entry?.kind === "caption" ? entry.caption : null;
}

/** Everything but the sentence on screen. */
export function earlier(book: Book): Entry[] {
  return book.entries.filter(({ key }) => key !== book.live);
}

/**
 * What a reader goes on reading while the next sentence is heard, in a language that is not theirs: the translation of
 * the one before. It gives way when that one is translated as well, and is gone if it could not be.
 */
export function standing(book: Book, reader: Lang): Caption | null {
  const live = liveCaption(book);
  if (live?.kind !== "source" || live.lang === reader) return null;
  const before = book.entries.slice(0, book.entries.findIndex(({ key }) => key === book.live)).at(-1);
  if (before?.kind !== "caption" || before.caption.kind !== "machine" || before.caption.speaker !== live.speaker) return null;
  const paused = live.start - (before.caption.end ?? before.caption.start);
  return before.caption.lang === reader && paused < STANDS_MS ? before.caption : null;
}
