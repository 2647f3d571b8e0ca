import { engineName } from "../api/engines";
import { useTranslation } from "react-i18next";
import type { Lang, Reading } from "../../../contract/types";
import { Icon } from "../../../parts/Icon";
import { originOf, provenanceOf, type Marked, type MarkOrigin } from "../api/provenance";

const ICONS: Record<MarkOrigin, string> = { approved: "badge-check", machine: "cpu", source: "audio-lines", original: "pen" };

/** Takes the caption and decides. There is no way to pass it words or a colour. */
export function Mark({ caption, reader }: { caption: Marked; reader: Lang }) {
  const { t } = useTranslation();
  const provenance = provenanceOf(caption, reader);
  const origin = originOf(provenance);
  return (
    <span className="mark" data-origin={origin}>
      <Icon name={ICONS[origin]} />
      {provenance === "machine" && caption.engine ? t("mark.machineBy", { engine: engineName(caption.engine) }) : t(`mark.${provenance}`)}
    </span>
  );
}

/** A demonstration's sentences say that they are samples. */
export function SampleTag({ caption }: { caption: Pick<Reading, "sample"> }) {
  const { t } = useTranslation();
  return caption.sample ? <span className="tag">{t("mark.sample")}</span> : null;
}
