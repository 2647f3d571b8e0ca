/** The room's values as the server sends them. Nothing here is computed in the browser. */

export const LANGS = ["ko", "vi", "ja", "en"] as const;
export type Lang = (typeof LANGS)[number];
export type Side = "host" | "partner";
export type Role = "officer" | "head" | "delegate" | "interpreter" | "viewer";
export type Origin = "original" | "human" | "machine" | "memory" | "recognised";

export interface Text {
  lang: Lang;
  text: string;
  origin: Exclude<Origin, "recognised">;
  engine?: string | null;
  reviewer?: string | null;
}

export interface City {
  side: Side;
  short: Text;
  full: Text;
  /** IANA name */
  timezone: string;
}

export interface Person {
  id: number;
  identity: string;
  side: Side;
  role: Role;
  language: Lang;
  /** in the reader's script */
  name: Text;
  /** in their own script, where it differs */
  nameOther: Text | null;
  title: Text;
  /** a rehearsal voice, not a person */
  synthetic: boolean;
  canSpeak: boolean;
}

export interface AgendaItem {
  id: number;
  position: number;
  title: Text;
  minutes: number;
  mode: "remarks" | "report" | "discussion" | "ceremony";
  interpretation: "captions" | "consecutive" | "simultaneous";
  speakers: number[];
}

export interface Run {
  revision: number;
  state: "preparing" | "open" | "live" | "ended";
  item: number | null;
  speaker: number | null;
  /** ISO 8601 */
  itemStartedAt: string | null;
  itemEndsAt: string | null;
}

export interface Hand {
  person: number;
  at: string;
}

export interface ChatMessage {
  id: number;
  person: number;
  at: string;
  text: string;
  lang: Lang;
}

export interface Cue {
  held: boolean;
  by: number | null;
  segment: number | null;
  position: number | null;
  total: number | null;
  revision: number;
}

export interface Captioner {
  state: "off" | "starting" | "on" | "lost";
  since: string;
  load?: number;
  /** they fall behind the speakers */
  late?: boolean;
  /** seconds of speech without captions so far */
  lost?: number;
  /** sentences said off the script that no engine translated, by language */
  untranslated?: Readonly<Record<string, number>>;
}

export interface Line {
  lang: Lang;
  text: string;
}

/** What a listener reads of a sentence, and who answers for it. */
export interface Reading {
  lang: Lang;
  text: string;
  /** false when it is not in the listener's language */
  translated: boolean;
  origin: Origin;
  engine: string | null;
  reviewer: string | null;
  approvedOn: string | null;
  sample: boolean;
  /** of the engine, with version and hash */
  model?: string | null;
  /** why a machine's words should be compared with the original */
  flags?: readonly string[];
}

export interface Caption extends Reading {
  v: 1;
  /** speaker-utterance; interim and final share it */
  id: string;
  revision: number;
  final: boolean;
  kind: "script" | "machine" | "source" | "none";
  /** LiveKit identity */
  speaker: string;
  /** whose remarks the speaker reads, where these are not their own */
  author?: string | null;
  item: number | null;
  segment: number | null;
  position: number | null;
  total: number | null;
  previous: Line | null;
  next: Line | null;
  source: Line | null;
  hand: boolean;
  /** ms on the meeting's clock */
  start: number;
  end: number | null;
}

export interface Meeting {
  id: number;
  title: Text;
  titleOther: Text | null;
  startsAt: string;
  endsAt: string;
  demo: boolean;
  contact: string | null;
}

export interface LobbyEntry {
  person: number;
  since: string;
}

export interface Can {
  run: boolean;
  admit: boolean;
  cue: boolean;
  share: boolean;
  speak: boolean;
  chat: boolean;
}

export interface State {
  /** the server's clock, ISO 8601 */
  now: string;
  me: Person;
  meeting: Meeting;
  cities: City[];
  people: Person[];
  agenda: AgendaItem[];
  run: Run;
  /** another number: someone's prepared text changed */
  remarks: number;
  hands: Hand[];
  chat: ChatMessage[];
  captions: Caption[];
  captioner: Captioner;
  cue: Cue;
  lobby: LobbyEntry[];
  languages: Lang[];
  can: Can;
}

/** LiveKit's room metadata: a copy of what the database says. */
export interface RoomCopy {
  revision: number;
  run: Run;
  hands: Hand[];
  cue: Cue;
  captioner: Captioner;
  people: number;
  remarks: number;
  chat: number;
  lobby: number;
}

export type Entrance =
  | { status: "admitted"; url: string; token: string }
  | { status: "waiting" | "not_open" | "refused" | "ended" };

export interface Script {
  item: number | null;
  speaker: number | null;
  language: Lang;
  segments: Segment[];
}

export interface Segment {
  id: number;
  position: number;
  text: string;
  rendition: { lang: Lang; text: string; status: "draft" | "reviewed" | "approved" | "stale" } | null;
}

/** A speaker's own remarks; no sentences when nothing was prepared for them. */
export interface Prompt {
  item: number | null;
  language: Lang;
  /** the other side's language */
  reader: Lang;
  /** the sentence on every screen now, or last */
  place: number | null;
  segments: PromptedSentence[];
}

export interface PromptedSentence {
  id: number;
  position: number;
  text: string;
  /** what the other side reads; null where it has the speaker's own language */
  reads: Reading | null;
}
