import { describe, expect, it } from "vitest";
import type { Captioner, Cue, Prompt, PromptedSentence, Run } from "../src/contract/types";
import { pressOf } from "../src/features/prompter/api/keys";
import { backToVoice, goTo, hear, NOWHERE, open, step, type Place } from "../src/features/prompter/api/place";
import { isTurn, statusOf } from "../src/features/prompter/api/status";

const sentence = (id: number): PromptedSentence => ({ id, position: id, text: `${id}`, reads: null });
const prompt = (ids: number[], place: number | null = null): Prompt => ({ item: 11, language: "ko", reader: "vi", place, segments: ids.map(sentence) });
const four = prompt([1, 2, 3, 4]);
const said = (segment: number) => ({ kind: "script" as const, segment });
const left = { kind: "none" as const, segment: null };
const free = { kind: "source" as const, segment: null };
const id = (place: Place) => place.sentences[place.at]?.id;
const opened = open(NOWHERE, four);

describe("the voice", () => {
  it("brings its sentence to the reading line, wherever that is", () => {
    expect([said(1), said(2), said(4), said(2)].reduce(hear, opened)).toMatchObject({ at: 1, voice: 2, byHand: false, offScript: false });
  });

  it("moves nothing while the speaker improvises, whatever is recognised", () => {
    const reading = hear(opened, said(2));
    const improvising = [left, free, free, { kind: "machine" as const, segment: null }].reduce(hear, reading);
    expect(improvising).toEqual({ ...reading, offScript: true });
    expect(hear(improvising, free)).toBe(improvising); // not even a new drawing
  });

  it("takes the text up again where the speaker comes back to it", () => {
    expect([said(2), left, said(2)].reduce(hear, opened)).toMatchObject({ at: 1, offScript: false });
    expect([said(2), left, said(4)].reduce(hear, opened)).toMatchObject({ at: 3, offScript: false });
  });

  it("says nothing of the script before it was heard in it", () => {
    expect(hear(opened, free)).toBe(opened);
  });

  it("is not followed into a sentence that is not here yet", () => {
    const reading = hear(opened, said(2));
    expect(hear(reading, said(99))).toBe(reading);
  });
});

describe("the hand", () => {
  it("goes on and back, and stays at both ends", () => {
    expect(id(step(step(opened, 1), 1))).toBe(3);
    expect(step(opened, -1)).toBe(opened);
    expect(id(step(goTo(opened, 3), 1))).toBe(4);
  });

  it("may look ahead while the same sentence is still being read", () => {
    const ahead = goTo(hear(opened, said(1)), 3);
    expect(id(hear(hear(ahead, left), said(1)))).toBe(4);
  });

  it("gives way when the voice is found in another sentence", () => {
    expect(hear(goTo(hear(opened, said(1)), 3), said(2))).toMatchObject({ at: 1, byHand: false });
  });

  it("that goes where the voice is leaves the lead to it", () => {
    expect(step(step(hear(opened, said(2)), 1), -1)).toMatchObject({ at: 1, byHand: false });
  });

  it("can send the text back to the voice", () => {
    expect(backToVoice(goTo(hear(opened, said(2)), 3))).toMatchObject({ at: 1, byHand: false });
    expect(backToVoice(opened)).toEqual(opened);
  });

  it("alone moves the text when the voice is not to be followed", () => {
    const alone = { ...opened, follows: false };
    expect(hear(alone, said(3))).toMatchObject({ at: 0, voice: 3 });
    expect(id(step(hear(alone, said(3)), 1))).toBe(2);
  });
});

describe("remarks that change while they are open", () => {
  const reading = hear(opened, said(3));

  it("keep the sentence that is being read, also when others come before it", () => {
    expect(open(reading, prompt([1, 8, 9, 2, 3, 4]))).toMatchObject({ at: 4, voice: 3 });
  });

  it("go on with the next sentence when the one being read was taken out", () => {
    expect(open(reading, prompt([1, 2, 4]))).toMatchObject({ at: 2, voice: null });
  });

  it("stay at the end when all that was left was taken out", () => {
    expect(open(reading, prompt([1, 2])).at).toBe(1);
  });

  it("keep a place that was found by hand", () => {
    expect(open(goTo(reading, 1), prompt([2, 3, 4]))).toMatchObject({ at: 0, byHand: true, voice: 3 });
  });

  it("begin where the captions are when it is another text", () => {
    expect(open(reading, prompt([21, 22, 23], 22))).toMatchObject({ at: 1, voice: 22, byHand: false });
    expect(open(reading, prompt([21, 22, 23]))).toMatchObject({ at: 0, voice: null });
  });

  it("may be none, and come later", () => {
    expect(open(reading, prompt([])).sentences).toEqual([]);
    expect(open(open(NOWHERE, prompt([])), four).at).toBe(0);
  });
});

describe("what the prompter says of itself", () => {
  const on: Captioner = { state: "on", since: "2021-09-17T07:00:00Z" };
  const cue: Cue = { held: false, by: null, segment: null, position: null, total: null, revision: 1 };
  const status = (place: Place, part: Partial<Parameters<typeof statusOf>[0]> = {}) => statusOf({ place, turn: true, captioner: on, cue, ...part });
  const reading = hear(opened, said(2));

  it("names the state that asks most of the speaker", () => {
    expect([status(opened), status(reading), status(hear(reading, left)), status(step(reading, 1))]).toEqual(["waiting", "following", "offScript", "hand"]);
  });

  it("asks for the hand when nobody listens", () => {
    expect((["off", "starting", "lost"] as const).map((state) => status(reading, { captioner: { ...on, state } }))).toEqual(["away", "away", "away"]);
  });

  it("tells of the officer's hand, and of one's own choice", () => {
    expect(status(reading, { cue: { ...cue, held: true } })).toBe("cued");
    expect(status({ ...reading, follows: false }, { captioner: { ...on, state: "lost" } })).toBe("hand");
  });

  it("lets a speaker read ahead, and follows who was not given the floor", () => {
    expect([status(opened, { turn: false }), status(reading, { turn: false }), status(hear(reading, left), { turn: false })]).toEqual(["ahead", "following", "ahead"]);
  });

  it("knows whose turn it is", () => {
    const run: Run = { revision: 1, state: "live", item: 11, speaker: 1, itemStartedAt: null, itemEndsAt: null };
    expect([isTurn(run, 1, 11), isTurn(run, 2, 11), isTurn(run, 1, 12), isTurn({ ...run, state: "open" }, 1, 11), isTurn(run, 1, null)]).toEqual([true, false, false, false, false]);
  });
});

describe("keys and presenter remotes", () => {
  const key = (name: string, part = {}) => ({ key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...part });

  it("move the text", () => {
    expect([" ", "PageDown", "ArrowRight", "ArrowDown", "PageUp", "ArrowLeft", "Home", "Escape"].map((name) => pressOf(key(name), false))).toEqual(["next", "next", "next", "next", "previous", "previous", "first", "close"]);
    expect(pressOf(key(" ", { shiftKey: true }), false)).toBe("previous");
  });

  it("leave a control its own keys", () => {
    expect([pressOf(key(" "), true), pressOf(key("Enter"), true), pressOf(key("PageDown"), true)]).toEqual([null, null, "next"]);
  });

  it("do not load the page anew from a remote's start button, and leave the browser its shortcuts", () => {
    expect([pressOf(key("F5"), false), pressOf(key("r", { ctrlKey: true }), false), pressOf(key("ArrowLeft", { altKey: true }), false), pressOf(key("x"), false)]).toEqual(["nothing", null, null, null]);
  });
});
