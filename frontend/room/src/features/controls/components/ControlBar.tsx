import { useTranslation } from "react-i18next";
import { usePorts } from "../../../ports/context";
import type { Presence } from "../../../ports/hall";
import { CaptionsMenu, ListeningMenu } from "./ListeningMenus";
import { useHands } from "../../hands/hooks/useHands";
import { useMeeting } from "../../session/hooks/useMeeting";
import type { View } from "../../stage/api/seating";
import { Control } from "./Control";

export type Panel = "chat" | "officer" | "settings" | "captions" | "more";

interface Props {
  me: Presence | null;
  panel: Panel | null;
  toggle: (panel: Panel) => void;
  view: View;
  setView: (view: View) => void;
  unread: number;
  /** null: nothing of this person's is to be read out */
  openPrompter: (() => void) | null;
  onLeave: () => void;
}

export function ControlBar({ me, panel, toggle, view, setView, unread, openPrompter, onLeave }: Props) {
  const { t } = useTranslation();
  const { can } = useMeeting();
  const drives = can.run || can.cue;
  return (
    <footer className="controls">
      <div className="group wide-only">
        <ListeningMenu />
        <CaptionsMenu />
      </div>
      <div className="group">
        {can.speak && <OwnDevices me={me} />}
        {can.speak && <HandControl />}
        {openPrompter && <Control className="wide-only" icon="scroll-text" label={t("prompter.open")} onClick={openPrompter} />}
        {can.share && <ScreenControl me={me} />}
        {can.chat && (
          <Control className="wide-only" icon="message-square" label={t("controls.chat")} pressed={panel === "chat"} badge={unread} onClick={() => toggle("chat")} />
        )}
        <Control
          className="wide-only"
          icon={view === "speaker" ? "layout-grid" : "user"}
          label={t(view === "speaker" ? "controls.gallery" : "controls.speakerView")}
          onClick={() => setView(view === "speaker" ? "gallery" : "speaker")}
        />
        {drives && <Control className="wide-only" icon="clipboard-list" label={t("controls.officer")} pressed={panel === "officer"} onClick={() => toggle("officer")} />}
        <Control className="phone-only" icon="captions" label={t("controls.languages")} pressed={panel === "captions"} onClick={() => toggle("captions")} />
        <Control className="phone-only" icon="ellipsis" label={t("controls.more")} pressed={panel === "more"} badge={unread} onClick={() => toggle("more")} />
      </div>
      <div className="group wide-only">
        <Control className="leave" icon="log-out" label={t("controls.leave")} onClick={onLeave} />
      </div>
    </footer>
  );
}

function OwnDevices({ me }: { me: Presence | null }) {
  const { t } = useTranslation();
  const { hall } = usePorts();
  const speaking = me?.microphone ?? false;
  const seen = Boolean(me?.camera);
  return (
    <>
      <Control icon={speaking ? "mic" : "mic-off"} label={t(speaking ? "controls.mic" : "controls.micOff")} off={!speaking} disabled={!me} onClick={() => void hall.setMicrophone(!speaking)} />
      <Control icon={seen ? "video" : "video-off"} label={t(seen ? "controls.camera" : "controls.cameraOff")} off={!seen} disabled={!me} onClick={() => void hall.setCamera(!seen)} />
    </>
  );
}

function HandControl() {
  const { t } = useTranslation();
  const { mine, set } = useHands();
  return <Control icon="hand" label={t(mine ? "controls.lowerHand" : "controls.hand")} pressed={mine > 0} onClick={() => void set(mine === 0)} />;
}

function ScreenControl({ me }: { me: Presence | null }) {
  const { t } = useTranslation();
  const { hall } = usePorts();
  if (!("mediaDevices" in navigator) || !("getDisplayMedia" in navigator.mediaDevices)) return null;
  const sharing = Boolean(me?.screen);
  return <Control className="wide-only" icon={sharing ? "screen-share-off" : "screen-share"} label={t(sharing ? "controls.stopSharing" : "controls.share")} pressed={sharing} onClick={() => void hall.setScreen(!sharing)} />;
}
