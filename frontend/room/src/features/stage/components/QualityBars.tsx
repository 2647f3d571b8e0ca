import { useTranslation } from "react-i18next";
import type { Quality } from "../../../ports/hall";
import { Icon } from "../../../parts/Icon";

const ICONS: Record<Quality, string> = { good: "signal", fair: "signal-high", poor: "signal-low", lost: "signal-zero", unknown: "signal" };

/** Bars with their words; the words are seen when there is something to know. */
export function QualityBars({ quality }: { quality: Quality }) {
  const { t } = useTranslation();
  if (quality === "unknown") return null;
  const troubled = quality === "poor" || quality === "lost";
  return (
    <span className="quality" data-quality={quality} title={t(`quality.${quality}`)}>
      <Icon name={ICONS[quality]} />
      <span className={troubled ? undefined : "unseen"}>{t(`quality.${quality}`)}</span>
    </span>
  );
}
