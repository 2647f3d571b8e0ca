import { useTranslation } from "react-i18next";
import { SideShape } from "../../../parts/SideShape";
import { Words } from "../../../parts/Words";
import { useRun } from "../../run/hooks/useRun";
import { useMeeting } from "../../session/hooks/useMeeting";

/** Who has the word: the item's own speakers first, then everybody who may speak. */
export function SpeakerChoice() {
  const { t } = useTranslation();
  const { agenda, people, run } = useMeeting();
  const step = useRun();
  const planned = agenda.find(({ id }) => id === run.item)?.speakers ?? [];
  const rank = (id: number) => (planned.includes(id) ? planned.indexOf(id) : planned.length);
  const speakers = people.filter((person) => person.canSpeak).toSorted((a, b) => rank(a.id) - rank(b.id));
  return (
    <fieldset className="speaker-choice mt-4">
      <legend className="strong small">{t("run.speaker")}</legend>
      {speakers.map((person) => (
        <label key={person.id}>
          <input type="radio" name="speaker" checked={run.speaker === person.id} onChange={() => void step({ action: "speaker", speaker: person.id })} />
          <SideShape side={person.side} />
          <span className="grow">
            <Words of={person.name} keep />
            <small className="muted" lang={person.title.lang}>
              {person.title.text}
            </small>
          </span>
          {planned.includes(person.id) && <span className="tag">{t("run.planned")}</span>}
        </label>
      ))}
    </fieldset>
  );
}
