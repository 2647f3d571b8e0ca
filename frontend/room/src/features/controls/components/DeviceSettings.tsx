import { usePorts } from "../../../ports/context";
import type { Wishes } from "../../../ports/hall";
import { DeviceChoices } from "../../entry/components/DeviceChoices";
import { useDevices } from "../../entry/hooks/useDevices";
import { useWishes } from "../../entry/hooks/useWishes";

const KINDS = { microphoneId: "audioinput", cameraId: "videoinput", speakerId: "audiooutput" } as const;

/** Other devices in the middle of the meeting. */
export function DeviceSettings() {
  const { hall } = usePorts();
  const devices = useDevices(null);
  const [wishes, change] = useWishes();
  const choose = (part: Partial<Wishes>) => {
    change(part);
    for (const wish of ["microphoneId", "cameraId", "speakerId"] as const) {
      const id = part[wish];
      if (id) void hall.useDevice(KINDS[wish], id);
    }
  };
  return <DeviceChoices devices={devices} wishes={wishes} change={choose} withRaw={false} />;
}
