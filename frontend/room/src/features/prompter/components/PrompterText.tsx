import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { Prompter } from "../hooks/usePrompter";

interface Props {
  box: RefObject<HTMLDivElement | null>;
  prompter: Prompter;
  onTap: (at: number) => void;
}

/** The remarks. Only colours change as they are read: no letter ever moves within its sentence. */
export function PrompterText({ box, prompter, onTap }: Props) {
  const { t } = useTranslation();
  const { place, prompt } = prompter;
  return (
    <>
      <span className="prompter-line" aria-hidden="true" />
      <div ref={box} className="prompter-text" tabIndex={0} role="region" aria-label={t("prompter.text")} lang={prompt?.language}>
        <ol>
          {place.sentences.map((sentence, index) => (
            <li
              key={sentence.id}
              data-segment={sentence.id}
              data-passed={index < place.at || undefined}
              aria-current={index === place.at ? "true" : undefined}
              onClick={() => onTap(index)}
            >
              {sentence.text}
            </li>
          ))}
        </ol>
        <Ending />
      </div>
    </>
  );
}

function Ending() {
  const { t, i18n } = useTranslation();
  return (
    <p className="prompter-end" lang={i18n.language}>
      {t("prompter.end")}
    </p>
  );
}
