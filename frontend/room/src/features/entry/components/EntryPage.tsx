import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Wishes } from "../../../ports/hall";
import { Help, LobbyFrame } from "../../lobby/components/LobbyFrame";
import { Icon } from "../../../parts/Icon";
import { Notice } from "../../../parts/Notice";
import { useMeeting } from "../../session/hooks/useMeeting";
import { browserTrouble, openCamera, openMicrophone } from "../api/devices";
import { useDevice } from "../hooks/useDevice";
import { useDevices } from "../hooks/useDevices";
import { LanguageCheck, MicrophoneCheck, SoundCheck } from "./Checks";
import { Greeting } from "./Greeting";
import { Preview } from "./Preview";
import { TroubleNotice } from "./TroubleNotice";

interface Props {
  wishes: Wishes;
  change: (part: Partial<Wishes>) => void;
  onEnter: () => void;
  busy: boolean;
  /** why the last try failed, in the reader's words */
  problem: string | null;
}

/** Device check and the one large button. Those who only listen have nothing to check but the sound. */
export function EntryPage(props: Props) {
  const { can } = useMeeting();
  const obstacle = browserTrouble();
  return (
    <LobbyFrame>
      {can.speak && obstacle === null ? <SpeakerCheck {...props} /> : <ListenerCheck {...props} obstacle={can.speak ? obstacle : null} />}
    </LobbyFrame>
  );
}

function SpeakerCheck({ wishes, change, ...rest }: Props) {
  const { microphoneId, cameraId, rawMicrophone } = wishes;
  const microphone = useDevice(
    wishes.microphone,
    useCallback(() => openMicrophone({ microphoneId, rawMicrophone } as Wishes), [microphoneId, rawMicrophone]),
  );
  const camera = useDevice(
    wishes.camera,
    useCallback(() => openCamera({ cameraId } as Wishes), [cameraId]),
  );
  const devices = useDevices(microphone.stream ?? camera.stream);
  return (
    <>
      <section id="check" className="stack" aria-labelledby="hello">
        <Greeting />
        <Preview stream={camera.stream} wishes={wishes} change={change} />
      </section>
      <Steps {...rest}>
        {microphone.trouble && <TroubleNotice device="microphone" trouble={microphone.trouble} />}
        {camera.trouble && <TroubleNotice device="camera" trouble={camera.trouble} />}
        <ul className="checks">
          <MicrophoneCheck stream={microphone.stream} devices={devices} wishes={wishes} change={change} />
          <SoundCheck speakerId={wishes.speakerId} />
          <LanguageCheck />
        </ul>
      </Steps>
    </>
  );
}

function ListenerCheck({ wishes, obstacle, onEnter, busy, problem }: Props & { obstacle: "insecure" | "old" | null }) {
  const { t } = useTranslation();
  return (
    <>
      <section id="check" className="stack" aria-labelledby="hello">
        <Greeting />
        {obstacle ? (
          <Notice kind="error">
            <strong>{t(`trouble.browser.${obstacle}`)}</strong> {t(`trouble.do.${obstacle}`)}
          </Notice>
        ) : (
          <Notice icon="ear">{t("entry.listenOnly")}</Notice>
        )}
      </section>
      <Steps onEnter={onEnter} busy={busy} problem={problem}>
        <ul className="checks">
          <SoundCheck speakerId={wishes.speakerId} />
          <LanguageCheck />
        </ul>
      </Steps>
    </>
  );
}

function Steps({ children, onEnter, busy, problem }: Pick<Props, "onEnter" | "busy" | "problem"> & { children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <section className="stack" id="steps" aria-label={t("entry.checks")}>
      {children}
      {problem && <Notice kind="error">{problem}</Notice>}
      <button type="button" className="button primary large" onClick={onEnter} aria-busy={busy} disabled={busy}>
        {t("entry.enter")}
        <Icon name="arrow-right" />
      </button>
      <Help />
    </section>
  );
}
