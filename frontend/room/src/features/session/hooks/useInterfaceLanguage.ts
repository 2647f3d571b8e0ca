import { createContext, use } from "react";
import type { Lang } from "../../../contract/types";

export interface InterfaceLanguage {
  language: Lang;
  choose: (language: Lang) => void;
}

const Context = createContext<InterfaceLanguage>({ language: "en", choose: () => undefined });
export const InterfaceLanguageProvider = Context.Provider;

/** The language of buttons and notices; the language of captions is another choice. */
export function useInterfaceLanguage(): InterfaceLanguage {
  return use(Context);
}
