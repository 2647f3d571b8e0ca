import { useTranslation } from "react-i18next";
import { OWN_NAMES } from "../../../i18n/languages";
import { Icon } from "../../../parts/Icon";
import { Menu } from "../../../parts/Menu";
import { CaptionChoices } from "../../captions/components/CaptionMenu";
import { useCaptionSettings } from "../../captions/hooks/useCaptionSettings";
import { DeviceSettings } from "./DeviceSettings";

/** What is heard: the floor as it is spoken, and through which device. */
export function ListeningMenu() {
  const { t } = useTranslation();
  return (
    <Menu className="choice" button={<ChoiceFace icon="headphones" name={t("controls.listening")} value={t("controls.floor")} />}>
      <p className="menu-hint">{t("controls.floorAbout")}</p>
      <DeviceSettings />
    </Menu>
  );
}

export function CaptionsMenu() {
  const { t } = useTranslation();
  const { settings } = useCaptionSettings();
  const value = settings.place === "off" ? t("captions.places.off") : t("controls.captionsValue", { language: OWN_NAMES[settings.lang], size: t(`captions.sizeShort.${settings.size}`) });
  return (
    <Menu className="choice" button={<ChoiceFace icon="captions" name={t("controls.captions")} value={value} />}>
      <CaptionChoices />
    </Menu>
  );
}

function ChoiceFace({ icon, name, value }: { icon: string; name: string; value: string }) {
  return (
    <>
      <Icon name={icon} />
      <span>
        <small>{name}</small>
        <b>{value}</b>
      </span>
      <Icon name="chevron-down" />
    </>
  );
}
