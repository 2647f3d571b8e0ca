import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CaptionChoices } from "../features/captions/components/CaptionMenu";
import { Captions } from "../features/captions/components/Captions";
import { useCaptions } from "../features/captions/hooks/useCaptions";
import { useCaptionSettings } from "../features/captions/hooks/useCaptionSettings";
import { ChatSheet } from "../features/chat/components/ChatSheet";
import { useChat } from "../features/chat/hooks/useChat";
import { Banners } from "../features/connection/components/Banners";
import { useHallView } from "../features/connection/hooks/useHallView";
import { useOnline } from "../features/connection/hooks/useOnline";
import { useRoomCopy } from "../features/connection/hooks/useRoomCopy";
import { ControlBar, type Panel } from "../features/controls/components/ControlBar";
import { MoreSheet } from "../features/controls/components/MoreSheet";
import { OfficerSheet } from "../features/officer/components/OfficerSheet";
import { PrompterScene } from "../features/prompter/components/PrompterScene";
import { usePrompter } from "../features/prompter/hooks/usePrompter";
import { RunStrip } from "../features/run/components/RunStrip";
import { LanguageMenu } from "../features/session/components/LanguageMenu";
import { useBody } from "../features/session/hooks/useBody";
import { useMeeting } from "../features/session/hooks/useMeeting";
import type { View } from "../features/stage/api/seating";
import { HallBar } from "../features/stage/components/HallBar";
import { Tiles } from "../features/stage/components/Tiles";
import { Sheet } from "../parts/Sheet";

/** The meeting itself. */
export function RoomScene({ onLeave }: { onLeave: () => void }) {
  useBody("room", "dark");
  const { t } = useTranslation();
  const { captioner } = useMeeting();
  const hallView = useHallView();
  const online = useOnline();
  useRoomCopy(hallView);
  const { settings } = useCaptionSettings();
  const book = useCaptions(settings.lang, captioner, hallView.link === "here");
  const [view, setView] = useState<View>("speaker");
  const [panel, setPanel] = useState<Panel | null>(null);
  const { chat, unread, send } = useChat(panel === "chat");
  const me = hallView.present.find(({ local }) => local) ?? null;
  const mending = hallView.link !== "here" || !online;
  const close = () => setPanel(null);
  const prompter = usePrompter(hallView.link === "here");
  if (prompter.isOpen) return <PrompterScene prompter={prompter} me={me} view={hallView} mending={mending} />;

  return (
    <>
      <HallBar onLeave={onLeave} />
      <RunStrip />
      <main className="stage" data-place={settings.place} data-mending={mending || undefined}>
        <Banners view={hallView} mending={mending} />
        <Tiles present={hallView.present} view={view} frozen={mending} />
        <Captions book={book} />
      </main>
      {panel === "chat" && <ChatSheet messages={chat} send={send} onClose={close} />}
      {panel === "officer" && <OfficerSheet present={hallView.present} onClose={close} />}
      {panel === "captions" && (
        <Sheet title={t("controls.languages")} onClose={close}>
          <div className="form">
            <LanguageMenu />
            <CaptionChoices />
          </div>
        </Sheet>
      )}
      {panel === "more" && <MoreSheet me={me} view={view} setView={setView} unread={unread} open={setPanel} openPrompter={prompter.offered ? prompter.open : null} onClose={close} />}
      <ControlBar
        me={me}
        panel={panel}
        toggle={(wanted) => setPanel((open) => (open === wanted ? null : wanted))}
        view={view}
        setView={setView}
        unread={unread}
        openPrompter={prompter.offered ? prompter.open : null}
        onLeave={onLeave}
      />
    </>
  );
}
