import { Trans, useTranslation } from "react-i18next";
import { SideShape } from "../../../parts/SideShape";
import { Words } from "../../../parts/Words";
import { clockIn, dayIn } from "../../session/api/time";
import { useInterfaceLanguage } from "../../session/hooks/useInterfaceLanguage";
import { useMeeting } from "../../session/hooks/useMeeting";
import { useNow } from "../../session/hooks/useNow";

/** Welcome by name and title, and when it begins in both cities. */
export function Greeting() {
  const { t } = useTranslation();
  const { me, meeting, cities } = useMeeting();
  const { language } = useInterfaceLanguage();
  const starts = Date.parse(meeting.startsAt);
  const own = cities.find(({ side }) => side === me.side)?.timezone ?? "UTC";
  return (
    <div>
      <p className="muted">
        <Words of={meeting.title} />
      </p>
      <h1 id="hello">
        <Trans
          i18nKey={me.title.text ? "entry.welcome" : "entry.welcomeName"}
          values={{ name: me.name.text, title: me.title.text }}
          components={{ name: <span className="keep" lang={me.name.lang} translate="no" />, title: <span lang={me.title.lang} /> }}
        />
      </h1>
      <p>
        <time dateTime={meeting.startsAt}>{dayIn(starts, own, language)}</time>{" "}
        <span className="starts">
          {cities.map((city) => (
            <span key={city.side} className="keep">
              <SideShape side={city.side} /> <Words of={city.short} /> <strong>{clockIn(starts, city.timezone)}</strong>{" "}
            </span>
          ))}
        </span>
      </p>
      <p>
        <Countdown starts={starts} />
        {meeting.demo && <> {t("entry.demo")}</>}
      </p>
    </div>
  );
}

function Countdown({ starts }: { starts: number }) {
  const { t } = useTranslation();
  const { run } = useMeeting();
  const minutes = Math.ceil((starts - useNow()) / 60_000);
  if (run.state === "live") return <>{t("entry.underWay")}</>;
  if (minutes <= 0) return <>{t("entry.soon")}</>;
  if (minutes > 24 * 60) return <>{t("entry.inDays", { count: Math.floor(minutes / (24 * 60)) })}</>;
  if (minutes > 60) return <>{t("entry.inHours", { count: Math.floor(minutes / 60) })}</>;
  return <>{t("entry.inMinutes", { count: minutes })}</>;
}
