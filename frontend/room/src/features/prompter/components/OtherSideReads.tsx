import { useTranslation } from "react-i18next";
import type { Lang, PromptedSentence } from "../../../contract/types";
import { MarkOpener } from "../../captions/components/MarkOpener";
import { SampleTag } from "../../captions/components/Mark";
import { useLanguageName } from "../../captions/hooks/useLanguageName";

/** What the listeners of the other side have before their eyes while this sentence is spoken. */
export function OtherSideReads({ sentence: { reads }, reader }: { sentence: PromptedSentence; reader: Lang | null }) {
  const { t } = useTranslation();
  const nameOf = useLanguageName();
  if (!reads || !reader) return null;
  const marked = { ...reads, kind: "script" as const, hand: false };
  return (
    <section className="prompter-reads" aria-label={t("prompter.reads", { language: nameOf(reader) })} data-translated={reads.translated}>
      <header>
        <span>{t("prompter.reads", { language: nameOf(reader) })}</span>
        {reads.translated && <MarkOpener caption={marked} reader={reader} />}
        {reads.translated && <SampleTag caption={reads} />}
      </header>
      {reads.translated ? (
        <p lang={reads.lang} data-origin={reads.origin}>
          {reads.text}
        </p>
      ) : (
        <p className="prompter-untranslated">{t("prompter.notTranslated")}</p>
      )}
    </section>
  );
}
