import { expect, test } from "vitest";
import { engineName } from "./engines";

test.each([
  ["libretranslate", "LibreTranslate"],
  ["marian+deepl", "Firefox Translations + DeepL"],
  ["our-own", "our-own"],
])("%s is called %s", (engine, name) => {
  expect(engineName(engine)).toBe(name);
});
