import { useTranslation } from "react-i18next";
import { LANGS, type Lang } from "../../../contract/types";
import { OWN_NAMES } from "../../../i18n/languages";
import { Choices, Tick } from "../../../parts/Choices";
import { useMeeting } from "../../session/hooks/useMeeting";
import { PLACES, SIZES } from "../api/settings";
import { useCaptionSettings } from "../hooks/useCaptionSettings";

/** How this person wishes to read: language, size, place, and the original words beside. */
export function CaptionChoices() {
  const { t } = useTranslation();
  const { settings, change } = useCaptionSettings();
  const { languages } = useMeeting();
  const offered: readonly Lang[] = languages.length ? LANGS.filter((lang) => languages.includes(lang) || lang === settings.lang) : LANGS;
  return (
    <>
      <Choices
        legend={t("captions.language")}
        choices={offered.map((lang) => ({ value: lang, label: OWN_NAMES[lang], lang }))}
        value={settings.lang}
        onChange={(lang) => change({ lang })}
      />
      <Choices legend={t("captions.size")} choices={SIZES.map((size) => ({ value: size, label: t(`captions.sizes.${size}`) }))} value={settings.size} onChange={(size) => change({ size })} />
      <Choices legend={t("captions.place")} choices={PLACES.map((place) => ({ value: place, label: t(`captions.places.${place}`) }))} value={settings.place} onChange={(place) => change({ place })} />
      <fieldset>
        <legend>{t("captions.more")}</legend>
        <Tick label={t("captions.showOriginal")} checked={settings.showSource} onChange={(showSource) => change({ showSource })} />
        <Tick label={t("captions.announce")} checked={settings.announce} onChange={(announce) => change({ announce })} />
      </fieldset>
    </>
  );
}
