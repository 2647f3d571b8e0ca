import { Trans, useTranslation } from "react-i18next";
import type { Caption, Captioner, Lang, Person } from "../../../contract/types";
import { Notice } from "../../../parts/Notice";
import { Words } from "../../../parts/Words";
import { useInterfaceLanguage } from "../../session/hooks/useInterfaceLanguage";
import { useOwnClock } from "../../session/hooks/useOwnClock";
import { isDoubtful, isLong, originOf, provenanceOf } from "../api/provenance";
import type { CaptionSettings } from "../api/settings";
import { useFit } from "../hooks/useFit";
import { useLanguageName } from "../hooks/useLanguageName";
import { MarkOpener } from "./MarkOpener";
import { Mark, SampleTag } from "./Mark";

interface Props {
  caption: Caption | null;
  /** what is being said meanwhile, where the caption is the translation of the sentence before */
  spoken: Caption | null;
  captioner: Captioner;
  speaker: Person | null;
  /** of the remarks, if the speaker reads another's: an interpreter, or who reads on for them */
  author: Person | null;
  settings: CaptionSettings;
}

/** The sentence being read, between the one before and the one after. */
export function LivePanel({ caption, spoken, captioner, speaker, author, settings }: Props) {
  const { t } = useTranslation();
  const fit = useFit<HTMLElement>(`${caption?.text} ${spoken?.text} ${settings.size} ${settings.place} ${settings.showSource}`);
  if (captioner.state === "lost") return <LostPanel since={captioner.since} />;
  if (!caption) return <QuietPanel captioner={captioner} />;
  const shown = { ...caption, source: settings.showSource || isDoubtful(caption) ? caption.source : null };
  return (
    <section
      ref={fit}
      className="live"
      aria-label={t("captions.title")}
      data-origin={originOf(provenanceOf(caption, settings.lang))}
      data-kind={caption.kind}
      data-segment={caption.segment ?? undefined}
      data-length={isLong(caption.text, caption.lang) ? "long" : undefined}
    >
      <header>
        <MarkOpener caption={caption} reader={settings.lang} />
        <SampleTag caption={caption} />
        <Whence caption={caption} speaker={speaker} author={author} />
      </header>
      <Lines caption={shown} announce={settings.announce} />
      {spoken && <Spoken caption={spoken} reader={settings.lang} />}
    </section>
  );
}

function Whence({ caption, speaker, author }: Pick<Props, "speaker" | "author"> & { caption: Caption }) {
  const { t } = useTranslation();
  const nameOf = useLanguageName();
  const spoken = caption.source?.lang ?? (author ?? speaker)?.language;
  return (
    <>
      <span>
        {speaker && (
          <span className={caption.kind === "script" ? "wide-only" : undefined}>
            {caption.kind === "script" ? <Reading reader={speaker} author={author} /> : <Words of={speaker.name} keep />}
          </span>
        )}
        {caption.position !== null && caption.total !== null && (
          <>
            {speaker && <span className="wide-only"> · </span>}
            {t("captions.sentence", { position: caption.position, total: caption.total })}
          </>
        )}
      </span>
      {spoken && (
        <span className="direction wide-only">{spoken === caption.lang ? nameOf(spoken) : t("captions.direction", { from: nameOf(spoken), to: nameOf(caption.lang) })}</span>
      )}
    </>
  );
}

function Reading({ reader, author }: { reader: Person; author: Person | null }) {
  const owner = author ?? reader;
  return (
    <Trans
      i18nKey={author ? "captions.scriptReadBy" : "captions.scriptOf"}
      values={{ name: owner.name.text, reader: reader.name.text }}
      components={{
        name: <span className="keep" lang={owner.name.lang} translate="no" />,
        reader: <span className="keep" lang={reader.name.lang} translate="no" />,
      }}
    />
  );
}

/** The words of the sentence that is being said: recognised, and not translated yet. */
function Spoken({ caption, reader }: { caption: Caption; reader: Lang }) {
  return (
    <p className="spoken">
      <Mark caption={caption} reader={reader} /> <span lang={caption.lang}>{caption.text}</span>
    </p>
  );
}

function Lines({ caption, announce }: { caption: Caption; announce: boolean }) {
  const { t } = useTranslation();
  return (
    <ol className="lines">
      {caption.previous && (
        <li className="past" lang={caption.previous.lang}>
          <Unseen words={t("captions.before")} />
          {caption.previous.text}
        </li>
      )}
      <li className="now" lang={caption.lang} aria-current="true" aria-live={announce ? "polite" : undefined}>
        <Unseen words={t("captions.now")} />
        {caption.text}
      </li>
      {caption.source && (
        <li className="original-words" lang={caption.source.lang}>
          <Unseen words={t("captions.original")} />
          {caption.source.text}
        </li>
      )}
      {caption.next && (
        <li className="next" lang={caption.next.lang}>
          <Unseen words={t("captions.after")} />
          {caption.next.text}
        </li>
      )}
    </ol>
  );
}

/** The label is in the interface's language though the sentence is not. */
function Unseen({ words }: { words: string }) {
  const { language } = useInterfaceLanguage();
  return (
    <span className="unseen" lang={language}>
      {words}{" "}
    </span>
  );
}

function LostPanel({ since }: { since: string }) {
  const { t } = useTranslation();
  const time = useOwnClock()(since);
  return (
    <section className="live" data-origin="lost" aria-label={t("captions.title")}>
      <Notice kind="warn">
        <strong>{t("captions.lost", { time })}</strong> {t("captions.goesOn")}
      </Notice>
    </section>
  );
}

function QuietPanel({ captioner }: { captioner: Captioner }) {
  const { t } = useTranslation();
  return (
    <section className="live" data-origin="quiet" aria-label={t("captions.title")}>
      <p className="quiet-words">{t(captioner.state === "on" ? "captions.quiet" : captioner.state === "starting" ? "captions.starting" : "captions.off")}</p>
    </section>
  );
}
