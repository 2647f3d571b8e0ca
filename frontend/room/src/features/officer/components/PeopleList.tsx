import { useTranslation } from "react-i18next";
import { usePorts } from "../../../ports/context";
import type { Presence } from "../../../ports/hall";
import { Icon } from "../../../parts/Icon";
import { SideShape } from "../../../parts/SideShape";
import { Words } from "../../../parts/Words";
import { useAttempt } from "../../connection/hooks/useToasts";
import { useMeeting } from "../../session/hooks/useMeeting";
import { mute } from "../api/officer";

/** Everybody of the meeting, those here first; an open microphone can be closed for them. */
export function PeopleList({ present }: { present: Presence[] }) {
  const { t } = useTranslation();
  const { call } = usePorts();
  const attempt = useAttempt();
  const { people, me } = useMeeting();
  const rows = people.map((person) => ({ person, presence: present.find(({ identity }) => identity === person.identity) })).toSorted((a, b) => Number(!a.presence) - Number(!b.presence));
  return (
    <section className="sheet-part">
      <h3>{t("officer.people")}</h3>
      <ul className="rows">
        {rows.map(({ person, presence }) => (
          <li key={person.id} data-away={presence ? undefined : true}>
            <SideShape side={person.side} />
            <span className="grow">
              <Words of={person.name} keep />
              <small className="muted">{presence ? t(presence.microphone ? "officer.micOpen" : "stage.muted") : t("stage.away")}</small>
            </span>
            {presence?.microphone && person.id !== me.id && (
              <button type="button" className="button" aria-label={t("officer.muteWho", { name: person.name.text })} onClick={() => void attempt(() => mute(call, person.id))}>
                <Icon name="mic-off" />
                {t("officer.mute")}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
