import { useTranslation } from "react-i18next";
import type { Wishes } from "../../../ports/hall";
import { Choices, Tick } from "../../../parts/Choices";

const KINDS = [
  ["audioinput", "microphoneId", "entry.microphone"],
  ["videoinput", "cameraId", "entry.camera"],
  ["audiooutput", "speakerId", "entry.speaker"],
] as const;

interface Props {
  devices: MediaDeviceInfo[];
  wishes: Wishes;
  change: (part: Partial<Wishes>) => void;
  /** sound processing is chosen before joining only: changed in the middle it can silence a microphone */
  withRaw: boolean;
}

export function DeviceChoices({ devices, wishes, change, withRaw }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {KINDS.map(([kind, wish, legend]) => {
        const choices = devices.filter((device) => device.kind === kind).map((device) => ({ value: device.deviceId, label: device.label }));
        if (!choices.length) return null;
        const chosen = choices.find(({ value }) => value === wishes[wish]) ?? choices[0];
        return <Choices key={kind} legend={t(legend)} choices={choices} value={chosen?.value ?? ""} onChange={(id) => change({ [wish]: id })} />;
      })}
      {withRaw && (
        <fieldset>
          <legend>{t("entry.roomMicrophone")}</legend>
          <Tick label={t("entry.roomMicrophoneUse")} checked={wishes.rawMicrophone} onChange={(rawMicrophone) => change({ rawMicrophone })} />
          <p className="menu-hint">{t("entry.roomMicrophoneAbout")}</p>
        </fieldset>
      )}
    </>
  );
}
