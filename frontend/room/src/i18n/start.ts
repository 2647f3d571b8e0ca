import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Lang } from "../contract/types";
import en from "../locales/en.json";
import ja from "../locales/ja.json";
import ko from "../locales/ko.json";
import vi from "../locales/vi.json";

/** All four languages travel in the bundle: switching never waits for the network. */
export async function startTranslations(language: Lang): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "en",
    resources: { ko: { translation: ko }, vi: { translation: vi }, ja: { translation: ja }, en: { translation: en } },
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
  });
}
