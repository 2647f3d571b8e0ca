import { useTranslation } from "react-i18next";
import { Notice } from "../../../parts/Notice";
import { useMeeting } from "../../session/hooks/useMeeting";
import type { Prompter } from "../hooks/usePrompter";

/** Nothing to read: not known yet, not to be had, or not prepared. */
export function EmptyPrompter({ prompter: { prompt, failed, close } }: { prompter: Prompter }) {
  const { t } = useTranslation();
  const { meeting } = useMeeting();
  if (!prompt && failed) {
    return (
      <div className="empty">
        <Notice kind="error">
          <strong>{t("prompter.failed")}</strong> {t("prompter.failedAbout")}
        </Notice>
      </div>
    );
  }
  if (!prompt) {
    return (
      <div className="prompter-loading" aria-busy="true" aria-label={t("loading")}>
        <div className="skeleton" />
        <div className="skeleton" />
        <div className="skeleton" />
      </div>
    );
  }
  return (
    <div className="empty">
      <h2>{t("prompter.empty")}</h2>
      <p>{t("prompter.emptyAbout")}</p>
      {meeting.contact && <p className="keep">{meeting.contact}</p>}
      <button type="button" className="button" onClick={close}>
        {t("prompter.toTheHall")}
      </button>
    </div>
  );
}
