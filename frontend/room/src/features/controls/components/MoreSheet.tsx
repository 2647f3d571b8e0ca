import { useTranslation } from "react-i18next";
import { usePorts } from "../../../ports/context";
import type { Presence } from "../../../ports/hall";
import { Icon } from "../../../parts/Icon";
import { Sheet } from "../../../parts/Sheet";
import { useMeeting } from "../../session/hooks/useMeeting";
import type { View } from "../../stage/api/seating";
import type { Panel } from "./ControlBar";
import { DeviceSettings } from "./DeviceSettings";

interface Props {
  me: Presence | null;
  view: View;
  setView: (view: View) => void;
  unread: number;
  open: (panel: Panel) => void;
  openPrompter: (() => void) | null;
  onClose: () => void;
}

/** On a phone: what the bar has no room for. */
export function MoreSheet({ me, view, setView, unread, open, openPrompter, onClose }: Props) {
  const { t } = useTranslation();
  const { hall } = usePorts();
  const { can } = useMeeting();
  const sharing = Boolean(me?.screen);
  const canShare = can.share && "mediaDevices" in navigator && "getDisplayMedia" in navigator.mediaDevices;
  const row = (icon: string, label: string, act: () => void, badge = 0) => (
    <li>
      <button type="button" className="button" onClick={act}>
        <Icon name={icon} />
        {label}
        {badge > 0 && <span className="count-badge">{badge}</span>}
      </button>
    </li>
  );
  return (
    <Sheet title={t("controls.more")} onClose={onClose}>
      <ul className="more-rows">
        {openPrompter && row("scroll-text", t("prompter.title"), openPrompter)}
        {can.chat && row("message-square", t("controls.chat"), () => open("chat"), unread)}
        {(can.run || can.cue) && row("clipboard-list", t("controls.officer"), () => open("officer"))}
        {row(view === "speaker" ? "layout-grid" : "user", t(view === "speaker" ? "controls.gallery" : "controls.speakerView"), () => {
          setView(view === "speaker" ? "gallery" : "speaker");
          onClose();
        })}
        {canShare && row(sharing ? "screen-share-off" : "screen-share", t(sharing ? "controls.stopSharing" : "controls.share"), () => void hall.setScreen(!sharing))}
      </ul>
      <div className="sheet-part form">
        <DeviceSettings />
      </div>
    </Sheet>
  );
}
