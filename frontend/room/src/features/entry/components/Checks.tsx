import { useTranslation } from "react-i18next";
import { LANGS } from "../../../contract/types";
import { OWN_NAMES } from "../../../i18n/languages";
import type { Wishes } from "../../../ports/hall";
import { Choices } from "../../../parts/Choices";
import { Icon } from "../../../parts/Icon";
import { Menu } from "../../../parts/Menu";
import { Meter } from "../../../parts/Meter";
import { useCaptionSettings } from "../../captions/hooks/useCaptionSettings";
import { useLanguageName } from "../../captions/hooks/useLanguageName";
import { playBell } from "../api/sounds";
import { useLoudness } from "../hooks/useLoudness";
import { DeviceChoices } from "./DeviceChoices";

interface MicrophoneProps {
  stream: MediaStream | null;
  devices: MediaDeviceInfo[];
  wishes: Wishes;
  change: (part: Partial<Wishes>) => void;
}

export function MicrophoneCheck({ stream, devices, wishes, change }: MicrophoneProps) {
  const { t } = useTranslation();
  const { level, heard } = useLoudness(stream);
  return (
    <li>
      <Icon name={wishes.microphone ? "mic" : "mic-off"} />
      <div>
        <b>{t(wishes.microphone ? "entry.speak" : "entry.micIsOff")}</b>
        <span className={heard ? "ok" : "muted"} role="status">
          {t(heard ? "entry.heard" : wishes.microphone ? "entry.notHeardYet" : "entry.micOffAbout")}
        </span>
        {wishes.microphone && <Meter level={level} />}
      </div>
      <Menu className="button" button={t("entry.devices")}>
        <DeviceChoices devices={devices} wishes={wishes} change={change} withRaw />
      </Menu>
    </li>
  );
}

export function SoundCheck({ speakerId }: { speakerId: string | null }) {
  const { t } = useTranslation();
  return (
    <li>
      <Icon name="volume-2" />
      <div>
        <b>{t("entry.canYouHear")}</b>
        <span className="muted">{t("entry.bell")}</span>
      </div>
      <button type="button" className="button" onClick={() => void playBell(speakerId)}>
        <Icon name="play" />
        {t("entry.play")}
      </button>
    </li>
  );
}

export function LanguageCheck() {
  const { t } = useTranslation();
  const { settings, change } = useCaptionSettings();
  const nameOf = useLanguageName();
  return (
    <li>
      <Icon name="captions" />
      <div>
        <b>{t("entry.captionsIn", { language: nameOf(settings.lang) })}</b>
        <span className="muted">{t("entry.soundAsSpoken")}</span>
      </div>
      <Menu className="button" button={t("entry.change")}>
        <Choices legend={t("captions.language")} choices={LANGS.map((lang) => ({ value: lang, label: OWN_NAMES[lang], lang }))} value={settings.lang} onChange={(lang) => change({ lang })} />
      </Menu>
    </li>
  );
}
