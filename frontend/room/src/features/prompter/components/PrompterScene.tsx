import { useCallback, useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { HallView, Presence } from "../../../ports/hall";
import { Banners } from "../../connection/components/Banners";
import { LARGEST } from "../api/settings";
import type { Press } from "../api/keys";
import { useAwake } from "../hooks/useAwake";
import { useHandMoves } from "../hooks/useHandMoves";
import { useKeys } from "../hooks/useKeys";
import { useReadingLine } from "../hooks/useReadingLine";
import type { Prompter } from "../hooks/usePrompter";
import { EmptyPrompter } from "./EmptyPrompter";
import { PrompterBar } from "./PrompterBar";
import { PrompterHand } from "./PrompterHand";
import { PrompterText } from "./PrompterText";
import { OtherSideReads } from "./OtherSideReads";
import { StatusLine } from "./StatusLine";

interface Props {
  prompter: Prompter;
  me: Presence | null;
  view: HallView;
  mending: boolean;
}

/** One's own remarks in large letters, in place of the pictures; sound and captions go on behind. */
export function PrompterScene({ prompter, me, view, mending }: Props) {
  const { t } = useTranslation();
  const { place, settings, change, close, status } = prompter;
  const moves = useHandMoves(prompter);
  const { box, page } = useReadingLine(place, `${settings.size} ${settings.showsReading}`);
  useAwake();

  const step = useCallback((by: 1 | -1) => page(by) || moves.step(by), [page, moves]);
  const press = (wanted: Press) => {
    if (wanted === "next") step(1);
    if (wanted === "previous") step(-1);
    if (wanted === "first") moves.goTo(0);
    if (wanted === "larger") change({ size: Math.min(LARGEST, settings.size + 1) });
    if (wanted === "smaller") change({ size: Math.max(0, settings.size - 1) });
    if (wanted === "close") close();
  };
  useKeys(press);
  useEffect(() => box.current?.focus(), [box]);

  const sentence = place.sentences[place.at];
  return (
    <div className="prompter" data-size={settings.size} data-mirror={settings.mirror || undefined} data-status={status}>
      <PrompterBar prompter={prompter} me={me} />
      <main className="prompter-glass" aria-label={t("prompter.title")}>
        <div className="prompter-top">
          <StatusLine prompter={prompter} />
        </div>
        <Banners view={view} mending={mending} />
        {sentence ? (
          <PrompterText box={box} prompter={prompter} onTap={(at) => (at === place.at ? step(1) : moves.goTo(at))} />
        ) : (
          <EmptyPrompter prompter={prompter} />
        )}
      </main>
      {sentence && (
        <footer className="prompter-foot">
          {settings.showsReading && <OtherSideReads sentence={sentence} reader={prompter.prompt?.reader ?? null} />}
          <PrompterHand prompter={prompter} step={step} back={moves.back} />
        </footer>
      )}
    </div>
  );
}
