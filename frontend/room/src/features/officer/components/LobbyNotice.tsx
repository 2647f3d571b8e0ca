import { useTranslation } from "react-i18next";
import { Icon } from "../../../parts/Icon";
import { SideShape } from "../../../parts/SideShape";
import { Words } from "../../../parts/Words";
import { usePerson } from "../../session/hooks/useMeeting";
import { useLobby } from "../hooks/useLobby";

/** One guest at a time: who it is, and two answers. */
export function LobbyNotice() {
  const { t } = useTranslation();
  const { waiting, decide } = useLobby();
  const first = waiting[0];
  const person = usePerson(first?.person ?? null);
  if (!first) return null;
  return (
    <section className="notice lobby-notice" aria-label={t("officer.lobby")} role="status">
      <Icon name="door-open" />
      <div className="grow">
        <p className="strong">
          {person && (
            <>
              <SideShape side={person.side} /> <Words of={person.name} keep /> <small lang={person.title.lang}>{person.title.text}</small>
            </>
          )}
        </p>
        <p className="small">
          {t("officer.waitsOutside")}
          {waiting.length > 1 && ` ${t("officer.moreWaiting", { count: waiting.length - 1 })}`}
        </p>
      </div>
      <div className="row">
        <button type="button" className="button" onClick={() => void decide(first.person, false)}>
          {t("officer.notNow")}
        </button>
        <button type="button" className="button primary" onClick={() => void decide(first.person, true)}>
          {t("officer.admit")}
        </button>
      </div>
    </section>
  );
}
