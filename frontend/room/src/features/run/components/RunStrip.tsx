import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { AgendaItem, Person, Run } from "../../../contract/types";
import { Icon } from "../../../parts/Icon";
import { Words } from "../../../parts/Words";
import { useMeeting } from "../../session/hooks/useMeeting";
import { columnsFor, placeOf, type Place } from "../api/strip";
import { Remaining } from "./Remaining";

/** The order of the meeting: what is done, what is on, what is next. */
export function RunStrip() {
  const { t } = useTranslation();
  const { agenda, run, people } = useMeeting();
  const style = { "--columns": columnsFor(agenda, run) } as CSSProperties;
  return (
    <section aria-label={t("run.title")} className="run-strip">
      <ol className="run" style={style}>
        {agenda.map((item) => (
          <Item key={item.id} item={item} place={placeOf(item, agenda, run)} run={run} speakers={speakersOf(item, run, people)} />
        ))}
      </ol>
    </section>
  );
}

function speakersOf(item: AgendaItem, run: Run, people: Person[]): Person[] {
  const ids = run.item === item.id && run.speaker !== null ? [run.speaker] : item.speakers;
  return people.filter((person) => ids.includes(person.id)).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

function Item({ item, place, run, speakers }: { item: AgendaItem; place: Place; run: Run; speakers: Person[] }) {
  const { t } = useTranslation();
  return (
    <li aria-current={place === "now" ? "step" : undefined} data-place={place} data-item={item.id}>
      <span className="n">
        {place === "done" ? <Icon name="check" /> : item.position}
        {place === "done" && <span className="unseen">{t("run.done", { position: item.position })}</span>}
      </span>
      <span className="what" lang={item.title.lang} title={item.title.text}>
        {item.title.text}
      </span>
      <span className="who">
        {speakers.map((person, index) => (
          <span key={person.id}>
            {index > 0 && " · "}
            <Words of={person.name} keep />
          </span>
        ))}
      </span>
      {place === "now" ? <Remaining run={run} /> : <span className="left">{t("run.minutes", { count: item.minutes })}</span>}
    </li>
  );
}
