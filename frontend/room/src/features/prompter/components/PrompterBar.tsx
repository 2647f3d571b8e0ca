import { useTranslation } from "react-i18next";
import { Icon } from "../../../parts/Icon";
import { Menu } from "../../../parts/Menu";
import { Words } from "../../../parts/Words";
import { usePorts } from "../../../ports/context";
import type { Presence } from "../../../ports/hall";
import { Remaining } from "../../run/components/Remaining";
import { useMeeting } from "../../session/hooks/useMeeting";
import { LARGEST } from "../api/settings";
import type { Prompter } from "../hooks/usePrompter";
import { PrompterChoices } from "./PrompterChoices";

/** What stays in reach while reading: the item and its time, the microphone, size and choices, and the way out. */
export function PrompterBar({ prompter, me }: { prompter: Prompter; me: Presence | null }) {
  const { t } = useTranslation();
  const { agenda, run } = useMeeting();
  const { settings, change, prompt, turn, close } = prompter;
  const item = agenda.find(({ id }) => id === prompt?.item);
  const size = (by: number) => change({ size: Math.min(LARGEST, Math.max(0, settings.size + by)) });
  return (
    <header className="prompter-bar">
      <h1>{item ? <Words of={item.title} /> : t("prompter.title")}</h1>
      {turn && <Remaining run={run} />}
      <div className="group">
        <div className="group wide-only" role="group" aria-label={t("captions.size")}>
          <button type="button" className="button quiet" aria-label={t("prompter.smaller")} disabled={settings.size === 0} onClick={() => size(-1)}>
            <span className="letter small" aria-hidden="true">
              A
            </span>
            <Icon name="minus" />
          </button>
          <button type="button" className="button quiet" aria-label={t("prompter.larger")} disabled={settings.size === LARGEST} onClick={() => size(1)}>
            <span className="letter" aria-hidden="true">
              A
            </span>
            <Icon name="plus" />
          </button>
        </div>
        <Menu
          className="button quiet"
          button={
            <>
              <Icon name="settings-2" />
              <span className="wide-words">{t("prompter.choices")}</span>
            </>
          }
        >
          <PrompterChoices prompter={prompter} />
        </Menu>
        <OwnMicrophone me={me} />
        <button type="button" className="button" onClick={close}>
          <Icon name="x" />
          <span className="wide-words">{t("prompter.close")}</span>
        </button>
      </div>
    </header>
  );
}

/** A closed microphone is the one thing a reader cannot hear: it says so in red. */
function OwnMicrophone({ me }: { me: Presence | null }) {
  const { t } = useTranslation();
  const { hall } = usePorts();
  const on = me?.microphone ?? false;
  return (
    <button type="button" className={`button ${on ? "quiet" : "muted-button"}`} disabled={!me} onClick={() => void hall.setMicrophone(!on)}>
      <Icon name={on ? "mic" : "mic-off"} />
      <span className={on ? "wide-words" : undefined}>{t(on ? "controls.mic" : "controls.micOff")}</span>
    </button>
  );
}
