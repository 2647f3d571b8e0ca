import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../parts/Dialog";
import { Icon } from "../../../parts/Icon";
import { useRun } from "../../run/hooks/useRun";
import { useMeeting } from "../../session/hooks/useMeeting";
import { SpeakerChoice } from "./SpeakerChoice";

/** Open, start, move on, go to an item, give the word, end. */
export function AgendaDrive() {
  const { t } = useTranslation();
  const { agenda, run } = useMeeting();
  const step = useRun();
  const position = agenda.findIndex(({ id }) => id === run.item);
  return (
    <section className="sheet-part">
      <h3>{t("run.title")}</h3>
      <p className="small muted">{t(`run.states.${run.state}`)}</p>
      <div className="row mt-2">
        {run.state === "preparing" && (
          <button type="button" className="button primary" onClick={() => void step({ action: "open" })}>
            <Icon name="door-open" />
            {t("run.open")}
          </button>
        )}
        {(run.state === "preparing" || run.state === "open") && (
          <button type="button" className={run.state === "open" ? "button primary" : "button"} onClick={() => void step({ action: "start" })}>
            <Icon name="play" />
            {t("run.start")}
          </button>
        )}
        {run.state === "live" && (
          <>
            <button type="button" className="button" disabled={position <= 0} onClick={() => void step({ action: "previous" })}>
              <Icon name="chevron-left" />
              {t("run.previous")}
            </button>
            <button type="button" className="button primary" disabled={position >= agenda.length - 1} onClick={() => void step({ action: "next" })}>
              {t("run.next")}
              <Icon name="chevron-right" />
            </button>
          </>
        )}
      </div>
      <ItemList />
      {run.state === "live" && <SpeakerChoice />}
      {(run.state === "live" || run.state === "open") && <EndMeeting />}
    </section>
  );
}

function ItemList() {
  const { t } = useTranslation();
  const { agenda, run } = useMeeting();
  const step = useRun();
  return (
    <ol className="drive-items">
      {agenda.map((item) => (
        <li key={item.id} aria-current={item.id === run.item ? "step" : undefined}>
          <span className="n">{item.position}</span>
          <span className="grow">
            <span lang={item.title.lang}>{item.title.text}</span>
            <small className="muted">
              {t(`run.modes.${item.mode}`)} · {t("run.minutes", { count: item.minutes })}
            </small>
          </span>
          {run.state === "live" && item.id !== run.item && (
            <button type="button" className="button" onClick={() => void step({ action: "go", item: item.id })}>
              {t("run.go")}
              <span className="unseen" lang={item.title.lang}>
                {item.title.text}
              </span>
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}

function EndMeeting() {
  const { t } = useTranslation();
  const step = useRun();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <p className="mt-4">
        <button type="button" className="button" onClick={() => setAsking(true)}>
          <Icon name="flag" />
          {t("run.end")}
        </button>
      </p>
      {asking && (
        <Dialog
          title={t("run.endAsk")}
          onClose={() => setAsking(false)}
          actions={
            <>
              <button type="button" className="button" onClick={() => setAsking(false)}>
                {t("run.goOn")}
              </button>
              <button type="button" className="button danger" onClick={() => void step({ action: "end" }).then(() => setAsking(false))}>
                {t("run.end")}
              </button>
            </>
          }
        >
          <p>{t("run.endAbout")}</p>
        </Dialog>
      )}
    </>
  );
}
