import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Run } from "../../../contract/types";
import { useNow } from "../../session/hooks/useNow";
import { shortSpan, spanTo, type Span } from "../../session/api/time";

/** Announced only here, so that nobody hears a clock tick. */
const TOLD_AT_MINUTES = [5, 1, 0];

/** What is left of the current item, or how far it is over. */
export function Remaining({ run }: { run: Run }) {
  const { t } = useTranslation();
  const now = useNow();
  if (!run.itemEndsAt || !run.itemStartedAt) return null;
  const start = Date.parse(run.itemStartedAt);
  const end = Date.parse(run.itemEndsAt);
  const span = spanTo(end, now);
  const spent = Math.min(1, Math.max(0, (now - start) / Math.max(1, end - start)));
  const toldMinutes = !span.over && span.seconds === 0 && TOLD_AT_MINUTES.includes(span.minutes) ? span.minutes : null;
  return (
    <>
      <span className="left" data-over={span.over || undefined} role="timer">
        <span className="wide-only">{t(span.over ? "run.over" : "run.left", { span: spanWords(span, t) })}</span>
        <span className="phone-only">{(span.over ? "+" : "") + shortSpan(span)}</span>
      </span>
      <span className="unseen" role="status">
        {toldMinutes !== null && (toldMinutes === 0 ? t("run.timeIsUp") : t("run.left", { span: t("run.minutes", { count: toldMinutes }) }))}
      </span>
      <Spent share={spent} />
    </>
  );
}

function spanWords(span: Span, t: ReturnType<typeof useTranslation>["t"]): string {
  if (span.minutes === 0) return t("run.seconds", { count: span.seconds });
  if (span.seconds === 0 || span.minutes >= 10) return t("run.minutes", { count: span.minutes });
  return t("run.minutesAndSeconds", { minutes: t("run.minutes", { count: span.minutes }), seconds: t("run.seconds", { count: span.seconds }) });
}

function Spent({ share }: { share: number }) {
  const ref = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    ref.current?.style.setProperty("inline-size", `${(share * 100).toFixed(2)}%`);
  }, [share]);
  return <span ref={ref} className="spent" />;
}
