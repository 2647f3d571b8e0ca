import { engineName } from "../api/engines";
import { useTranslation } from "react-i18next";
import type { Lang } from "../../../contract/types";
import { Menu } from "../../../parts/Menu";
import { useInterfaceLanguage } from "../../session/hooks/useInterfaceLanguage";
import { isDoubtful, provenanceOf, type MarkedInFull } from "../api/provenance";
import { Mark } from "./Mark";

/** The mark, and behind it who approved or which engine, and when. */
export function MarkOpener({ caption, reader }: { caption: MarkedInFull; reader: Lang }) {
  return (
    <Menu className="mark-opener" button={<Mark caption={caption} reader={reader} />}>
      <MarkDetails caption={caption} reader={reader} />
    </Menu>
  );
}

function MarkDetails({ caption, reader }: { caption: MarkedInFull; reader: Lang }) {
  const { t } = useTranslation();
  const { language } = useInterfaceLanguage();
  const approvedOn = caption.approvedOn && new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(Date.parse(caption.approvedOn));
  return (
    <div className="mark-details">
      <p>{t(`mark.about.${provenanceOf(caption, reader)}`)}</p>
      <dl>
        {caption.reviewer && (
          <div>
            <dt>{t("mark.reviewer")}</dt>
            <dd>{caption.reviewer}</dd>
          </div>
        )}
        {approvedOn && (
          <div>
            <dt>{t("mark.approvedOn")}</dt>
            <dd>
              <time>{approvedOn}</time>
            </dd>
          </div>
        )}
        {caption.engine && (
          <div>
            <dt>{t("mark.engine")}</dt>
            <dd>{engineName(caption.engine)}</dd>
          </div>
        )}
        {caption.model && (
          <div>
            <dt>{t("mark.model")}</dt>
            <dd>{caption.model}</dd>
          </div>
        )}
      </dl>
      {isDoubtful(caption) && <p>{t("mark.doubtful")}</p>}
      {caption.hand && <p>{t("mark.byHand")}</p>}
      {caption.sample && <p>{t("mark.sampleAbout")}</p>}
    </div>
  );
}
