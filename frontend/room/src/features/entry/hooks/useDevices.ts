import { useEffect, useState } from "react";
import { listDevices } from "../api/devices";

/** The devices of this machine, new whenever one is plugged or a permission lets us read their names. */
export function useDevices(permission: unknown): MediaDeviceInfo[] {
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([]);
  useEffect(() => {
    if (!("mediaDevices" in navigator)) return;
    let over = false;
    const list = () => void listDevices().then((found) => !over && setDevices(found));
    list();
    navigator.mediaDevices.addEventListener("devicechange", list);
    return () => {
      over = true;
      navigator.mediaDevices.removeEventListener("devicechange", list);
    };
  }, [permission]);
  return devices;
}
