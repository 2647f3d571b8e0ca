import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Lang, Segment } from "../../../contract/types";
import { Icon } from "../../../parts/Icon";
import { Notice } from "../../../parts/Notice";
import { Words } from "../../../parts/Words";
import { usePerson } from "../../session/hooks/useMeeting";
import type { CueStep } from "../api/cue";
import { useCue } from "../hooks/useCue";

/** Captions by hand: the sentences of the remarks, and next, back, hold, release. */
export function CuePanel({ lang }: { lang: Lang }) {
  const { t } = useTranslation();
  const { script, cue, step } = useCue(lang);
  const by = usePerson(cue.by);
  return (
    <div className="cue" data-held={cue.held || undefined}>
      {cue.held ? (
        <Notice kind="warn" icon="hand">
          <strong>{t("cue.held")}</strong>{" "}
          {by && (
            <>
              <Words of={by.name} keep />.{" "}
            </>
          )}
          {t("cue.heldAbout")}
        </Notice>
      ) : (
        <Notice icon="audio-lines">{t("cue.following")}</Notice>
      )}
      <CueButtons held={cue.held} disabled={!script?.segments.length} step={step} />
      {script?.segments.length ? (
        <Sentences segments={script.segments} language={script.language} current={cue.segment} position={cue.position} step={step} />
      ) : (
        <p className="muted">{t("cue.noScript")}</p>
      )}
    </div>
  );
}

function CueButtons({ held, disabled, step }: { held: boolean; disabled: boolean; step: (step: CueStep) => Promise<boolean> }) {
  const { t } = useTranslation();
  const button = (action: "previous" | "next" | "hold" | "release", icon: string, keys: string[], className: string, off = false) => (
    <button type="button" className={`button ${className}`} disabled={disabled || off} onClick={() => void step({ action })}>
      <Icon name={icon} />
      <span>{t(`cue.${action}`)}</span>
      <span className="keys">
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </span>
    </button>
  );
  return (
    <div className="cue-buttons" role="group" aria-label={t("cue.title")}>
      {button("previous", "skip-back", ["P", "←"], "")}
      {button("next", "skip-forward", ["N", "→"], "primary")}
      {button("hold", "hand", ["H"], "", held)}
      {button("release", "audio-lines", ["R"], "", !held)}
    </div>
  );
}

interface SentencesProps {
  segments: Segment[];
  language: Lang;
  current: number | null;
  position: number | null;
  step: (step: CueStep) => Promise<boolean>;
}

function Sentences({ segments, language, current, position, step }: SentencesProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const box = list.current;
    const line = box?.querySelector<HTMLElement>('[aria-current="true"]');
    // Only the list moves: scrolling the line into view would move the sheet around it too.
    if (box && line) box.scrollTop = line.offsetTop - (box.clientHeight - line.offsetHeight) / 2;
  }, [current]);
  return (
    <ol ref={list} className="cue-sentences" aria-label={t("cue.sentences")}>
      {segments.map((segment) => (
        <li key={segment.id} aria-current={segment.id === current || undefined} data-passed={(position !== null && segment.position < position) || undefined}>
          <button type="button" onClick={() => void step({ action: "go", segment: segment.id })}>
            <span className="n">{segment.position}</span>
            <span className="texts">
              <span lang={language}>{segment.text}</span>
              {segment.rendition ? (
                <small lang={segment.rendition.lang}>{segment.rendition.text}</small>
              ) : (
                <small className="none">{t("cue.noRendition")}</small>
              )}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
