import { useTranslation } from "react-i18next";
import { Icon } from "../../../parts/Icon";
import { useInterfaceLanguage } from "../../session/hooks/useInterfaceLanguage";
import type { Status } from "../api/status";
import type { Prompter } from "../hooks/usePrompter";

const ICONS: Record<Status, string> = { ahead: "clock", away: "captions-off", hand: "hand", cued: "clipboard-list", offScript: "pause", following: "audio-lines", waiting: "mic" };

/** What the prompter is doing, in a few calm words. Only what asks for the hand is announced. */
export function StatusLine({ prompter }: { prompter: Prompter }) {
  const { t } = useTranslation();
  const { language } = useInterfaceLanguage();
  const { status, place, failed } = prompter;
  if (!place.sentences.length) return null;
  return (
    <>
      <p className="prompter-status" data-status={status} role={status === "away" ? "status" : undefined} lang={language}>
        <Icon name={ICONS[status]} />
        <span>{t(`prompter.status.${status}`)}</span>
      </p>
      <p className="prompter-count" lang={language}>
        {failed && <span className="prompter-failed">{t("prompter.notRenewed")}</span>}
        {t("captions.sentence", { position: place.at + 1, total: place.sentences.length })}
      </p>
    </>
  );
}
