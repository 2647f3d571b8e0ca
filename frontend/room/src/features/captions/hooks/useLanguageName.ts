import { useMemo } from "react";
import type { Lang } from "../../../contract/types";
import { useInterfaceLanguage } from "../../session/hooks/useInterfaceLanguage";

/** A language's name in the interface's language: `베트남어`. */
export function useLanguageName(): (lang: Lang) => string {
  const { language } = useInterfaceLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: "language" });
    return (lang: Lang) => capitalised(names.of(lang) ?? lang, language);
  }, [language]);
}

function capitalised(name: string, language: Lang): string {
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
