import { useTranslation } from "react-i18next";
import { Icon } from "../../../parts/Icon";
import { Words } from "../../../parts/Words";
import { useHands } from "../../hands/hooks/useHands";
import { useMeeting } from "../../session/hooks/useMeeting";

/** Raised hands in the order they were raised. */
export function HandList() {
  const { t } = useTranslation();
  const { people } = useMeeting();
  const { hands, set } = useHands();
  return (
    <section className="sheet-part">
      <h3>{t("hands.title")}</h3>
      {hands.length === 0 && <p className="muted small">{t("hands.none")}</p>}
      <ol className="rows">
        {hands.map((hand, index) => {
          const person = people.find(({ id }) => id === hand.person);
          return (
            <li key={hand.person}>
              <span className="n">{index + 1}</span>
              <Icon name="hand" />
              <span className="grow">{person && <Words of={person.name} keep />}</span>
              <button type="button" className="button" onClick={() => void set(false, hand.person)}>
                {t("hands.lower")}
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
