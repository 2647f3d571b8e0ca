import { useEffect, useMemo, useState } from "react";
import { CaptionSettingsProvider } from "../features/captions/hooks/useCaptionSettings";
import { ToastProvider } from "../features/connection/hooks/useToasts";
import { CuePage } from "../features/cue/components/CuePage";
import { EntryPage } from "../features/entry/components/EntryPage";
import { useWishes } from "../features/entry/hooks/useWishes";
import { ClosedPage } from "../features/lobby/components/ClosedPage";
import { WaitingPage } from "../features/lobby/components/WaitingPage";
import { MeetingStore } from "../features/session/api/meetingStore";
import { InterfaceLanguageProvider } from "../features/session/hooks/useInterfaceLanguage";
import { MeetingProvider, useMeeting, useMeetingIfKnown, useRefresh } from "../features/session/hooks/useMeeting";
import { PortsProvider, usePorts, type Ports } from "../ports/context";
import { Loading } from "./Loading";
import { RoomScene } from "./RoomScene";
import { useChosenLanguage, type LanguageChoice } from "./useChosenLanguage";
import { useJourney, type Scene } from "./useJourney";

interface Props {
  ports: Ports;
  language: LanguageChoice;
  scope: "room" | "cue";
}

export function Root({ ports, language, scope }: Props) {
  const [store] = useState(() => new MeetingStore());
  const chosen = useChosenLanguage(language);
  return (
    <PortsProvider value={ports}>
      <InterfaceLanguageProvider value={chosen}>
        <MeetingProvider value={store}>
          <ToastProvider>
            <Journey scope={scope} />
          </ToastProvider>
        </MeetingProvider>
      </InterfaceLanguageProvider>
    </PortsProvider>
  );
}

function Journey({ scope }: { scope: Props["scope"] }) {
  const { home } = usePorts();
  const [wishes, change] = useWishes();
  const known = useMeetingIfKnown();
  const able = useMemo(() => (known && !known.can.speak ? { ...wishes, microphone: false, camera: false } : wishes), [known, wishes]);
  const journey = useJourney(able);
  const { scene } = journey;
  useTextsInOwnLanguage(known !== null);

  if (scene.name === "closed") return <ClosedPage why={scene.why} message={scene.message} home={home} onReturn={journey.onReturn} />;
  if (!known || scene.name === "loading") return <Loading />;
  if (scope === "cue") return <CuePage />;
  return (
    <CaptionSettingsProvider language={known.me.language}>
      <Title scene={scene} />
      {scene.name === "entry" && <EntryPage wishes={wishes} change={change} onEnter={journey.onEnter} busy={journey.busy} problem={journey.problem} />}
      {scene.name === "waiting" && <WaitingPage why={scene.why} onCheckAgain={journey.onCheckAgain} />}
      {scene.name === "room" && <RoomScene onLeave={journey.onLeave} />}
    </CaptionSettingsProvider>
  );
}

/** Names and titles come in the interface's language, so another choice asks for them anew. */
function useTextsInOwnLanguage(known: boolean): void {
  const refresh = useRefresh();
  useEffect(() => {
    if (known) void refresh().catch(() => undefined); // the old language stays until the next answer
  }, [refresh, known]);
}

function Title({ scene }: { scene: Scene }) {
  const { meeting } = useMeeting();
  return <title>{scene.name === "room" ? meeting.title.text : `${meeting.title.text} — Twinhall`}</title>;
}
