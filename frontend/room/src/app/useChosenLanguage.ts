import { useCallback, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Lang } from "../contract/types";
import type { InterfaceLanguage } from "../features/session/hooks/useInterfaceLanguage";
import { useStored } from "../features/session/hooks/useStored";

export interface LanguageChoice {
  key: string;
  initial: Lang;
  /** for the server's messages, which are asked for outside React */
  told: (language: Lang) => void;
}

export function useChosenLanguage({ key, initial, told }: LanguageChoice): InterfaceLanguage {
  const { i18n } = useTranslation();
  const [language, store] = useStored<Lang>(key, initial);
  useEffect(() => {
    told(language);
    document.documentElement.lang = language;
    void i18n.changeLanguage(language);
  }, [language, i18n, told]);
  const choose = useCallback(
    (next: Lang) => {
      told(next);
      store(next);
    },
    [store, told],
  );
  return useMemo(() => ({ language, choose }), [language, choose]);
}
