import { useTranslation } from "react-i18next";
import type { Lang, Person } from "../../../contract/types";
import { Icon } from "../../../parts/Icon";
import { Words } from "../../../parts/Words";
import { useOwnClock } from "../../session/hooks/useOwnClock";
import type { Entry } from "../api/book";
import { originOf, provenanceOf } from "../api/provenance";
import { MarkOpener } from "./MarkOpener";
import { SampleTag } from "./Mark";

interface Props {
  entries: Entry[];
  people: Person[];
  reader: Lang;
  /** the sentence on screen is read out already */
  announced: boolean;
}

/** What was said before, each with its mark; opens at its newest line and stays there. */
export function Earlier({ entries, people, reader, announced }: Props) {
  const { t } = useTranslation();
  return (
    <section className="earlier" aria-label={t("captions.earlier")}>
      <h2>{t("captions.earlier")}</h2>
      <div className="log" tabIndex={0} role="log" aria-label={t("captions.earlier")} aria-live={announced ? "off" : undefined}>
        <div className="passages">
          {entries.length === 0 && <p className="muted small">{t("captions.nothingYet")}</p>}
          {entries.map((entry) =>
            entry.kind === "gap" ? (
              <Gap key={entry.key} from={entry.from} to={entry.to} />
            ) : (
              <article
                key={entry.key}
                className="passage"
                data-origin={originOf(provenanceOf(entry.caption, reader))}
                data-engine={entry.caption.engine ?? undefined}
                data-reviewer={entry.caption.reviewer ?? undefined}
              >
                <div className="who">
                  <MarkOpener caption={entry.caption} reader={reader} />
                  <SampleTag caption={entry.caption} />
                  <Speaker person={people.find((person) => person.identity === entry.caption.speaker)} />
                </div>
                <p lang={entry.caption.lang}>{entry.caption.text}</p>
              </article>
            ),
          )}
        </div>
      </div>
    </section>
  );
}

function Speaker({ person }: { person: Person | undefined }) {
  return person ? <Words of={person.name} keep /> : null;
}

function Gap({ from, to }: { from: string; to: string | null }) {
  const { t } = useTranslation();
  const clock = useOwnClock();
  return (
    <p className="passage gap" data-origin="lost">
      <Icon name="triangle-alert" />
      {to ? t("captions.gap", { from: clock(from), to: clock(to) }) : t("captions.lost", { time: clock(from) })} {t("captions.goesOn")}
    </p>
  );
}
