import type { Person, Run, Side } from "../../../contract/types";
import type { Presence } from "../../../ports/hall";

export type View = "speaker" | "gallery";

export interface Seat {
  person: Person;
  presence: Presence | null;
}

export interface Seating {
  /** host first, then partner */
  pair: Seat[];
  /** identity of the picture a phone shows large */
  main: string | null;
  others: Seat[];
  /** who shows a screen */
  sharing: Seat | null;
}

const BY_SIDE: Side[] = ["host", "partner"];
const RANK: Record<Person["role"], number> = { head: 0, delegate: 1, officer: 2, interpreter: 3, viewer: 4 };

/**
 * Speaker view shows the one who speaks and the head of the other side, always host left and partner right, so that
 * neither city moves when the other one answers. A head who is not here keeps an empty chair.
 */
export function seat(people: Person[], present: Presence[], run: Run): Seating {
  const seats = people
    .map((person) => ({ person, presence: present.find(({ identity }) => identity === person.identity) ?? null }))
    .toSorted((a, b) => RANK[a.person.role] - RANK[b.person.role]);
  const speaker = speakingSeat(seats, run);
  const pair = BY_SIDE.flatMap((side) => (speaker?.person.side === side ? [speaker] : (headOf(seats, side) ?? [])));
  const shown = new Set(pair.map(({ person }) => person.identity));
  return {
    pair,
    main: speaker?.person.identity ?? pair.find(({ presence }) => presence && !presence.local)?.person.identity ?? pair[0]?.person.identity ?? null,
    others: seats.filter(({ person, presence }) => presence && person.role !== "viewer" && !shown.has(person.identity)),
    sharing: seats.find(({ presence }) => presence?.screen) ?? null,
  };
}

/** The officer's word first; without it, whoever was heard last. */
function speakingSeat(seats: Seat[], run: Run): Seat | null {
  const named = run.state === "live" ? seats.find(({ person }) => person.id === run.speaker) : undefined;
  const voice = seats.filter(({ presence }) => presence?.lastSpokeAt).toSorted((a, b) => (b.presence?.lastSpokeAt ?? 0) - (a.presence?.lastSpokeAt ?? 0))[0];
  if (named?.presence) return named;
  return voice ?? named ?? null;
}

/** The head if here, else who stands in, else the head's empty chair. Officers work beside the picture unless seen. */
function headOf(seats: Seat[], side: Side): Seat | null {
  const own = seats.filter(({ person }) => person.side === side && person.role !== "viewer");
  const here = own.find(({ person, presence }) => presence && (person.role !== "officer" || presence.camera));
  return here ?? own.find(({ person }) => person.role === "head") ?? own[0] ?? null;
}

/** Columns of a grid of 16:9 pictures in a space of the given shape, so that they are as large as can be. */
export function gridFor(count: number, width: number, height: number): { columns: number; rows: number } {
  let best = { columns: 1, rows: Math.max(1, count), size: 0 };
  for (let columns = 1; columns <= Math.max(1, count); columns += 1) {
    const rows = Math.ceil(count / columns);
    const size = Math.min(width / columns, ((height / rows) * 16) / 9);
    if (size > best.size) best = { columns, rows, size };
  }
  return { columns: best.columns, rows: best.rows };
}
