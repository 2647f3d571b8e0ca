import { useTranslation } from "react-i18next";
import { LANGS } from "../../../contract/types";
import { Choices } from "../../../parts/Choices";
import { Icon } from "../../../parts/Icon";
import { Menu } from "../../../parts/Menu";
import { OWN_NAMES } from "../../../i18n/languages";
import { useInterfaceLanguage } from "../hooks/useInterfaceLanguage";

export function LanguageMenu() {
  const { t } = useTranslation();
  const { language, choose } = useInterfaceLanguage();
  return (
    <Menu
      className="button quiet"
      label={t("interfaceLanguageNow", { language: OWN_NAMES[language] })}
      button={
        <>
          <Icon name="globe" />
          {OWN_NAMES[language]}
          <Icon name="chevron-down" />
        </>
      }
    >
      <Choices
        legend={t("interfaceLanguage")}
        choices={LANGS.map((lang) => ({ value: lang, label: OWN_NAMES[lang], lang }))}
        value={language}
        onChange={choose}
      />
    </Menu>
  );
}
