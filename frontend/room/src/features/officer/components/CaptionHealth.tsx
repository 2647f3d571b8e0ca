import { useTranslation } from "react-i18next";
import { Notice } from "../../../parts/Notice";
import { useMeeting } from "../../session/hooks/useMeeting";
import { useOwnClock } from "../../session/hooks/useOwnClock";

/** Whether the captions keep up with the speakers, and how much they missed. */
export function CaptionHealth() {
  const { t } = useTranslation();
  const clock = useOwnClock();
  const { captioner } = useMeeting();
  const { state, since, late = false, lost = 0 } = captioner;
  return (
    <section className="sheet-part">
      <h3>{t("captions.title")}</h3>
      {state === "lost" && <Notice kind="warn">{t("captions.lost", { time: clock(since) })}</Notice>}
      {state === "on" && late && (
        <Notice kind="warn">
          <strong>{t("officer.captionsLate")}</strong> {t("officer.captionsLateAbout")}
        </Notice>
      )}
      {state === "on" && !late && <p className="small muted">{t("officer.captionsKeepUp")}</p>}
      {state === "starting" && <p className="small muted">{t("captions.starting")}</p>}
      {state === "off" && <p className="small muted">{t("captions.off")}</p>}
      {lost > 0 && <p className="small">{t("officer.captionsMissing", { count: lost })}</p>}
    </section>
  );
}
