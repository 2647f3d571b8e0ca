import { describe, expect, it } from "vitest";
import type { Caption } from "../src/contract/types";
import { closeGaps, earlier, EMPTY_BOOK, hear, liveCaption, openGap, refill, standing } from "../src/features/captions/api/book";
import { isDoubtful, isLong, originOf, provenanceOf } from "../src/features/captions/api/provenance";
import { freeCaption, scriptCaption } from "../src/dev/story";

const inKorean = (index: number, revision = 1) => scriptCaption(2, index, "ko", revision);
const texts = (captions: (Caption | null)[]) => captions.map((caption) => caption?.text ?? null);

describe("where a sentence comes from", () => {
  it("is approved only for a translation of the script", () => {
    expect(provenanceOf(inKorean(0), "ko")).toBe("approved");
  });

  it("is original for a reader of the speaker's own language", () => {
    expect(provenanceOf(scriptCaption(2, 0, "vi"), "vi")).toBe("original");
    // The server calls words in the reader's language "translated", also those that were written in it.
    expect(provenanceOf({ ...scriptCaption(2, 0, "vi"), origin: "original", translated: true }, "vi")).toBe("original");
  });

  it("is not approved when the script has no translation", () => {
    const untouched = { ...scriptCaption(2, 0, "vi"), translated: false };
    expect(provenanceOf(untouched, "ko")).toBe("unrendered");
    expect(originOf("unrendered")).toBe("original");
  });

  it("is machine as soon as a machine translated it, also recognised speech", () => {
    expect(provenanceOf(freeCaption(2, "machine", "ko", 0), "ko")).toBe("machine");
    expect(provenanceOf({ ...freeCaption(2, "source", "ko", 0), translated: true, origin: "machine" }, "ko")).toBe("machine");
  });

  it("is recognised speech, not a translation, in the language that was spoken", () => {
    expect(provenanceOf({ ...freeCaption(2, "source", "vi", 0), lang: "vi", origin: "recognised", translated: true }, "vi")).toBe("recognised");
  });

  it("does not complain of a missing translation to who needs none", () => {
    const said = freeCaption(2, "source", "vi", 0);
    expect([provenanceOf(said, "vi"), provenanceOf(said, "ko")]).toEqual(["recognised", "untranslated"]);
  });
});

describe("the book of captions", () => {
  it("keeps one line for interim and final, and drops the older of them", () => {
    const spoken = freeCaption(2, "source", "ko", 5);
    const book = [spoken, { ...spoken, revision: 3, text: "three" }, { ...spoken, revision: 2, text: "two" }].reduce(hear, EMPTY_BOOK);
    expect(book.entries.length).toBe(1);
    expect(liveCaption(book)?.text).toBe("three");
  });

  it("moves the sentence before to what was said earlier", () => {
    const book = [inKorean(0), inKorean(1)].reduce(hear, EMPTY_BOOK);
    expect(liveCaption(book)).toEqual(inKorean(1));
    expect(earlier(book).map((entry) => entry.key)).toEqual(["p2-10/1"]);
  });

  it("clears the screen when the speaker leaves the script, and keeps the line", () => {
    const nothing: Caption = { ...inKorean(0, 2), kind: "none", text: "" };
    const book = [inKorean(0), nothing].reduce(hear, EMPTY_BOOK);
    expect(liveCaption(book)).toBeNull();
    expect(earlier(book).length).toBe(1);
  });

  it("logs a sentence once that was blanked and came back", () => {
    const nothing: Caption = { ...inKorean(0, 2), kind: "none", text: "" };
    const again: Caption = { ...inKorean(0), id: "p2-99" };
    const book = [inKorean(0), nothing, again].reduce(hear, EMPTY_BOOK);
    expect(book.entries).toEqual([{ kind: "caption", key: "p2-99/1", caption: again }]);
    expect([liveCaption(book), earlier(book)]).toEqual([again, []]);
    expect(refill(EMPTY_BOOK, [inKorean(0), { ...again, start: again.start + 1 }]).entries.length).toBe(1);
  });

  it("logs it twice when something else was said in between, or captions were lost", () => {
    const again: Caption = { ...inKorean(0), id: "p2-99" };
    expect([inKorean(0), freeCaption(2, "source", "ko", 5), again].reduce(hear, EMPTY_BOOK).entries.length).toBe(3);
    expect(hear(openGap(hear(EMPTY_BOOK, inKorean(0)), "2021-09-17T07:09:00Z"), again).entries.length).toBe(3);
  });

  it("does not clear what another one is saying", () => {
    const nothing: Caption = { ...scriptCaption(1, 0, "ko"), kind: "none", text: "" };
    expect(liveCaption([inKorean(0), nothing].reduce(hear, EMPTY_BOOK))).toEqual(inKorean(0));
  });

  it("brings a sentence back when its speaker reads on after another's words", () => {
    const word = freeCaption(1, "source", "ko", 5);
    const book = [inKorean(0), word, inKorean(0, 2)].reduce(hear, EMPTY_BOOK);
    expect(liveCaption(book)).toEqual(inKorean(0, 2));
    expect(book.entries.length).toBe(2);
  });

  it("puts a translation in the place of its words, and of nothing that was said since", () => {
    const said = freeCaption(2, "source", "ko", 5);
    const translation: Caption = { ...freeCaption(2, "machine", "ko", 5), revision: 2 };
    expect(liveCaption([said, translation].reduce(hear, EMPTY_BOOK))).toEqual(translation);

    for (const since of [freeCaption(1, "source", "ko", 9), inKorean(0)]) {
      const book = [said, since, translation].reduce(hear, EMPTY_BOOK);
      expect([liveCaption(book), book.entries.length]).toEqual([since, 2]);
      expect(earlier(book)).toEqual([{ kind: "caption", key: "p2-5/", caption: translation }]);
    }
  });

  it("shows no translation on a screen that was cleared meanwhile, but to who has just come", () => {
    const said = freeCaption(2, "source", "ko", 5);
    const translation: Caption = { ...freeCaption(2, "machine", "ko", 5), revision: 2 };
    const nothing: Caption = { ...inKorean(0, 2), id: "p2-9", kind: "none", text: "" };
    expect(liveCaption([said, nothing, translation].reduce(hear, EMPTY_BOOK))).toBeNull();
    expect(liveCaption(hear(EMPTY_BOOK, translation))).toEqual(translation);
  });

  it("lets a translation stand while the next sentence is heard in another language", () => {
    const translation: Caption = { ...freeCaption(2, "machine", "ko", 5), revision: 2 };
    const next = freeCaption(2, "source", "ko", 9);
    const book = [translation, next].reduce(hear, EMPTY_BOOK);
    expect([standing(book, "ko"), standing(book, "vi"), liveCaption(book)]).toEqual([translation, null, next]);

    const after = freeCaption(2, "source", "ko", 13); // the one before could not be translated
    expect(standing(hear(book, after), "ko")).toBeNull();
    expect(standing([translation, freeCaption(1, "source", "vi", 9)].reduce(hear, EMPTY_BOOK), "ko")).toBeNull();
    expect(standing([translation, freeCaption(2, "source", "ko", 60_000)].reduce(hear, EMPTY_BOOK), "ko")).toBeNull();
  });

  it("has a translation compared with the original where a name or a number may be wrong", () => {
    const translation = freeCaption(2, "machine", "ko", 5);
    const doubtful = [["numbers"], ["parts", "inexact term"], ["parts"], []].map((flags) => isDoubtful({ ...translation, flags }));
    expect(doubtful).toEqual([true, true, false, false]);
  });

  it("marks what an interpreter reads from an approved translation as that", () => {
    const read = { ...inKorean(0), speaker: "p9", author: "p2" };
    expect(provenanceOf(read, "ko")).toBe("approved");
  });

  it("fills what was missed in its order, and shows the sentence still open", () => {
    const past = { ...inKorean(0), end: 1 };
    const book = refill(EMPTY_BOOK, [past, inKorean(1)]);
    expect(texts([liveCaption(book)])).toEqual(texts([inKorean(1)]));
    expect(refill(hear(EMPTY_BOOK, inKorean(3)), [past]).entries.map(({ key }) => key)).toEqual(["p2-10/1", "p2-13/4"]);
  });

  it("leaves a gap with its times where captions were lost", () => {
    const from = "2021-09-17T07:09:00Z";
    const lost = openGap(hear(EMPTY_BOOK, inKorean(0)), from);
    expect(lost.live).toBeNull();
    expect(openGap(lost, "2021-09-17T07:09:30Z")).toBe(lost);
    expect(closeGaps(lost, "2021-09-17T07:10:00Z").entries.at(-1)).toEqual({
      kind: "gap",
      key: `gap/${from}`,
      from,
      to: "2021-09-17T07:10:00Z",
      after: Date.parse(from),
    });
  });
});

it("a sentence is long over 60 letters of Korean and over 120 of Vietnamese", () => {
  expect([isLong("가".repeat(60), "ko"), isLong("가".repeat(61), "ko"), isLong("a".repeat(120), "vi"), isLong("a".repeat(121), "vi")]).toEqual([false, true, false, true]);
});
