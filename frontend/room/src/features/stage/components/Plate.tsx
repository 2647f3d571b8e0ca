import { useTranslation } from "react-i18next";
import type { Person } from "../../../contract/types";
import type { Presence } from "../../../ports/hall";
import { Icon } from "../../../parts/Icon";

/** Name in both scripts, title, and whether the microphone is heard. */
export function Plate({ person, presence }: { person: Person; presence: Presence | null }) {
  const { t } = useTranslation();
  return (
    <figcaption className="plate">
      <div>
        <p className="name" translate="no">
          <span lang={person.name.lang}>{person.name.text}</span>
          {person.nameOther && (
            <>
              {" "}
              <small lang={person.nameOther.lang}>{person.nameOther.text}</small>
            </>
          )}
        </p>
        <p className="title" lang={person.title.lang}>
          {person.title.text}
        </p>
      </div>
      {presence?.speaking ? (
        <span className="speaking-now">
          <Icon name="audio-lines" />
          <span>{t("stage.speaking")}</span>
        </span>
      ) : presence && !presence.microphone ? (
        <span className="muted-mic">
          <Icon name="mic-off" />
          <span>{t("stage.muted")}</span>
        </span>
      ) : null}
    </figcaption>
  );
}
