import { useTranslation } from "react-i18next";
import { BrandDrawing } from "../../../parts/Brand";
import { Clocks } from "../../../parts/Clocks";
import { Icon } from "../../../parts/Icon";
import { Words } from "../../../parts/Words";
import { LanguageMenu } from "../../session/components/LanguageMenu";
import { useMeeting } from "../../session/hooks/useMeeting";

/** The meeting's name in both languages and the time in both cities. */
export function HallBar({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation();
  const { meeting, cities } = useMeeting();
  return (
    <header className="hall-bar">
      <span className="brand">
        <BrandDrawing />
      </span>
      <div className="titles">
        <h1>
          <Words of={meeting.title} />
        </h1>
        {meeting.titleOther && <p lang={meeting.titleOther.lang}>{meeting.titleOther.text}</p>}
      </div>
      <div className="end">
        {meeting.demo && <p className="tag demo">{t("stage.demo")}</p>}
        <span className="wide-only">
          <LanguageMenu />
        </span>
        <button className="control leave phone-only" type="button" onClick={onLeave}>
          <Icon name="log-out" />
          <span className="unseen">{t("controls.leave")}</span>
        </button>
        <Clocks cities={cities} />
      </div>
    </header>
  );
}
