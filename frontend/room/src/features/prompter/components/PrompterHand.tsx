import { useTranslation } from "react-i18next";
import { Icon } from "../../../parts/Icon";
import type { Prompter } from "../hooks/usePrompter";

interface Props {
  prompter: Prompter;
  step: (by: 1 | -1) => void;
  back: () => void;
}

/** Back, on, and to where the voice is: large enough for a thumb. */
export function PrompterHand({ prompter: { place }, step, back }: Props) {
  const { t } = useTranslation();
  const elsewhere = place.follows && place.byHand && place.voice !== null;
  return (
    <div className="prompter-hand" role="group" aria-label={t("prompter.byHand")}>
      {elsewhere && (
        <button type="button" className="button" onClick={back}>
          <Icon name="audio-lines" />
          {t("prompter.back")}
        </button>
      )}
      <button type="button" className="button" onClick={() => step(-1)}>
        <Icon name="arrow-up" />
        {t("cue.previous")}
      </button>
      <button type="button" className="button" onClick={() => step(1)}>
        <Icon name="arrow-down" />
        {t("cue.next")}
      </button>
    </div>
  );
}
