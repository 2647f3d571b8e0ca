import { describe, expect, it } from "vitest";
import type { Person, RoomCopy, Run, State } from "../src/contract/types";
import { agenda, cities, meeting, people } from "../src/dev/story";
import { columnsFor, placeOf } from "../src/features/run/api/strip";
import { MeetingStore, readCopy } from "../src/features/session/api/meetingStore";
import { clockIn, shortSpan, spanTo } from "../src/features/session/api/time";
import { gridFor, seat } from "../src/features/stage/api/seating";
import type { Presence } from "../src/ports/hall";

const run: Run = { revision: 3, state: "live", item: 12, speaker: null, itemStartedAt: null, itemEndsAt: null };
const here = (identity: string, part: Partial<Presence> = {}): Presence => ({
  identity,
  local: false,
  speaking: false,
  microphone: true,
  camera: null,
  screen: null,
  quality: "good",
  lastSpokeAt: 0,
  ...part,
});
const everyone = people("ko", false);
const ids = (seating: ReturnType<typeof seat>) => seating.pair.map(({ person }) => person.id);

describe("the order of the meeting", () => {
  it("knows what is done, now and next", () => {
    const items = agenda("ko");
    expect(items.map((item) => placeOf(item, items, run))).toEqual(["done", "now", "next"]);
    expect(columnsFor(items, run)).toBe("auto minmax(0, 1.5fr) minmax(0, 1fr)");
  });

  it("counts down to the second and then up", () => {
    expect([spanTo(220_000, 0), spanTo(0, 121_500)]).toEqual([
      { over: false, minutes: 3, seconds: 40 },
      { over: true, minutes: 2, seconds: 1 },
    ]);
    expect(shortSpan(spanTo(65_000, 0))).toBe("1:05");
  });

  it("tells one moment in two cities", () => {
    const moment = Date.parse("2021-09-17T07:07:00Z");
    expect(cities("ko").map(({ timezone }) => clockIn(moment, timezone))).toEqual(["16:07", "14:07"]);
  });
});

describe("who is seen", () => {
  it("keeps the host left and the partner right, whoever speaks", () => {
    const present = [here("p2"), here("p1")];
    expect(ids(seat(everyone, present, { ...run, speaker: 2 }))).toEqual([1, 2]);
    expect(ids(seat(everyone, present, { ...run, speaker: 1 }))).toEqual([1, 2]);
  });

  it("shows the speaker in place of the head of their side", () => {
    const seating = seat(everyone, [here("p1"), here("p2"), here("p4")], { ...run, speaker: 4 });
    expect([ids(seating), seating.main]).toEqual([[1, 4], "p4"]);
    expect(seating.others.map(({ person }) => person.id)).toEqual([2]);
  });

  it("follows the voice where nobody was given the word", () => {
    const seating = seat(everyone, [here("p1", { lastSpokeAt: 1 }), here("p5", { lastSpokeAt: 2 }), here("p2")], run);
    expect([ids(seating), seating.main]).toEqual([[5, 2], "p5"]);
  });

  it("leaves an empty chair for a head who is not here, and no chair for a viewer", () => {
    const seating = seat(everyone, [here("p1"), here("p7")], { ...run, speaker: 1 });
    expect(seating.pair.map(({ person, presence }) => [person.id, presence !== null])).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(seating.others).toEqual([]);
  });

  it("makes the pictures of a grid as large as can be", () => {
    expect([gridFor(2, 1440, 450), gridFor(6, 1440, 450), gridFor(2, 390, 700)]).toEqual([
      { columns: 2, rows: 1 },
      { columns: 3, rows: 2 },
      { columns: 1, rows: 2 },
    ]);
  });
});

describe("the copy of the meeting", () => {
  const copy = (part: Partial<RoomCopy>): RoomCopy => ({
    revision: 1,
    run,
    hands: [],
    cue: { held: false, by: null, segment: null, position: null, total: null, revision: 1 },
    captioner: { state: "on", since: "2021-09-17T07:00:00Z" },
    people: 2,
    remarks: 1,
    chat: 0,
    lobby: 0,
    ...part,
  });
  const state = (): State => ({
    ...copy({}),
    now: new Date().toISOString(),
    me: everyone.slice(0, 1)[0] as Person,
    meeting: meeting("ko", "2021-09-17T07:00:00Z"),
    cities: cities("ko"),
    people: everyone,
    agenda: agenda("ko"),
    chat: [],
    captions: [],
    lobby: [],
    languages: ["ko", "vi"],
    can: { run: false, admit: false, cue: false, share: true, speak: true, chat: true },
  });
  const store = () => {
    const made = new MeetingStore();
    made.take(state(), Date.now(), Date.now());
    return made;
  };

  it("moves the item at once", () => {
    const made = store();
    expect(made.takeCopy(copy({ run: { ...run, revision: 4, item: 13 } }))).toBe(false);
    expect(made.snapshot()?.run.item).toBe(13);
  });

  it("never goes back to an older one", () => {
    const made = store();
    made.takeCopy(copy({ revision: 5, run: { ...run, revision: 6, item: 13 } }));
    made.takeCopy(copy({ revision: 4, run: { ...run, revision: 5, item: 11 } }));
    made.take(state(), Date.now() + 1000, Date.now() + 1001);
    expect(made.snapshot()?.run.item).toBe(13);
  });

  it("asks the server again for a message or people it does not know", () => {
    const made = store();
    made.takeCopy(copy({}));
    expect([made.takeCopy(copy({ revision: 2, chat: 9 })), made.takeCopy(copy({ revision: 3, people: 3 }))]).toEqual([true, true]);
  });

  it("is not read from metadata that is not ours", () => {
    expect([readCopy(""), readCopy("{}")]).toEqual([null, null]);
  });
});
