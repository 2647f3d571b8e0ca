import { useTranslation } from "react-i18next";
import { Icon } from "../../../parts/Icon";
import { Tick } from "../../../parts/Choices";
import { useMeeting } from "../../session/hooks/useMeeting";
import { LARGEST } from "../api/settings";
import type { Prompter } from "../hooks/usePrompter";

/** How this person reads; remembered in their browser. */
export function PrompterChoices({ prompter: { settings, change } }: { prompter: Prompter }) {
  const { t } = useTranslation();
  const { can } = useMeeting();
  const size = (by: number) => change({ size: Math.min(LARGEST, Math.max(0, settings.size + by)) });
  return (
    <>
      <fieldset>
        <legend>{t("prompter.choices")}</legend>
        <Tick label={t("prompter.follows")} checked={settings.follows} onChange={(follows) => change({ follows })} />
        <Tick label={t("prompter.opensItself")} checked={settings.opensItself} onChange={(opensItself) => change({ opensItself })} />
        <Tick label={t("prompter.mirror")} checked={settings.mirror} onChange={(mirror) => change({ mirror })} />
        <Tick label={t("prompter.showsReading")} checked={settings.showsReading} onChange={(showsReading) => change({ showsReading })} />
        {can.cue && <Tick label={t("prompter.cues")} checked={settings.cues} onChange={(cues) => change({ cues })} />}
      </fieldset>
      <fieldset className="narrow-only">
        <legend>{t("captions.size")}</legend>
        <button type="button" disabled={settings.size === 0} onClick={() => size(-1)}>
          <Icon name="minus" />
          {t("prompter.smaller")}
        </button>
        <button type="button" disabled={settings.size === LARGEST} onClick={() => size(1)}>
          <Icon name="plus" />
          {t("prompter.larger")}
        </button>
      </fieldset>
      <p className="menu-hint">{t("prompter.keys")}</p>
    </>
  );
}
