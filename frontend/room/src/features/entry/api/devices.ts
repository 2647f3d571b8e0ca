import type { DeviceTrouble, Wishes } from "../../../ports/hall";

export type Trouble = DeviceTrouble["reason"] | "insecure" | "old";

/** What keeps this browser from any picture or sound, before asking for a device. */
export function browserTrouble(): "insecure" | "old" | null {
  if (!CSS.supports("color", "light-dark(#000, #fff)") || typeof RTCPeerConnection === "undefined") return "old";
  // Without a secure origin browsers hide their devices altogether.
  return "mediaDevices" in navigator ? null : "insecure";
}

/** One device at a time, so that a missing camera does not cost the microphone. */
export async function openMicrophone(wishes: Wishes): Promise<MediaStream> {
  const cleaned = !wishes.rawMicrophone;
  return navigator.mediaDevices.getUserMedia({
    audio: { ...deviceId(wishes.microphoneId), echoCancellation: cleaned, noiseSuppression: cleaned, autoGainControl: cleaned },
  });
}

export async function openCamera(wishes: Wishes): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({ video: { ...deviceId(wishes.cameraId), width: { ideal: 1280 }, height: { ideal: 720 } } });
}

function deviceId(id: string | null): MediaTrackConstraints {
  return id ? { deviceId: { ideal: id } } : {};
}

export async function listDevices(): Promise<MediaDeviceInfo[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter((device) => device.deviceId && device.label);
}

export function stop(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
