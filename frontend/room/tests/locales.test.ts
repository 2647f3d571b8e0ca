import { describe, expect, it } from "vitest";
import en from "../src/locales/en.json";
import ja from "../src/locales/ja.json";
import ko from "../src/locales/ko.json";
import vi from "../src/locales/vi.json";

type Tree = { [key: string]: string | Tree };

/** Key → its places and tags, sorted; plural forms count as one message. */
function messages(tree: Tree, path = ""): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) => {
      const at = `${path}${key.replace(/_(one|other)$/, "")}`;
      return typeof value === "string" ? [[at, [...new Set(value.match(/\{\{\w+\}\}|<\/?\w+>/g) ?? [])].sort()]] : Object.entries(messages(value, `${at}.`));
    }),
  );
}

describe("the four languages", () => {
  it.each([
    ["vi", vi],
    ["ja", ja],
    ["en", en],
  ])("%s has the messages, places and tags of ko", (_lang, other) => {
    expect(messages(other)).toEqual(messages(ko));
  });

  it("leave no message empty", () => {
    const empty = [ko, vi, ja, en].flatMap((tree) => JSON.stringify(tree).match(/:""/g) ?? []);
    expect(empty).toEqual([]);
  });

  it("never show a machine word", () => {
    const words = JSON.stringify([ko, vi, ja, en]);
    expect(words.match(/segment|세그먼트|SFU|token|토큰|トークン/gi)).toBeNull();
  });
});
