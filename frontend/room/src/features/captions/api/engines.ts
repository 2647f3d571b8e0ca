/** Machines by the names that people know, as in the officers' pages. */
const NAMES: Record<string, string> = {
  marian: "Firefox Translations",
  openai: "OpenAI API",
  deepl: "DeepL",
  google: "Google Cloud Translation",
  papago: "Papago",
  libretranslate: "LibreTranslate",
  ctranslate2: "CTranslate2",
};

/** The engine's name; several, one after the other through a third language, are joined by "+". */
export function engineName(engine: string): string {
  return engine
    .split("+")
    .map((part) => NAMES[part] ?? part)
    .join(" + ");
}
