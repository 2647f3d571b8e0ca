import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

const BARS = 18;
const HIGH = 15;

/** The loudness of a microphone; `level` gives 0..1 and is asked 12 times a second, without React. */
export function Meter({ level }: { level: () => number }) {
  const { t } = useTranslation();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      const lit = Math.round(level() * BARS);
      for (const [index, bar] of [...(ref.current?.children ?? [])].entries()) {
        bar.className = index < lit ? (index >= HIGH ? "high" : "on") : "";
      }
    }, 80);
    return () => clearInterval(timer);
  }, [level]);
  return (
    <div ref={ref} className="meter" role="img" aria-label={t("entry.meter")}>
      {Array.from({ length: BARS }, (_, index) => (
        <i key={index} />
      ))}
    </div>
  );
}
