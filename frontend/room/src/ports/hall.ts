import type { Lang } from "../contract/types";

/** Pictures and sound of the room, whoever carries them. One implementation on LiveKit, one drawn for development. */
export interface Hall {
  /** The whole room as one unchanging value; a new value after every change. */
  readonly snapshot: () => HallView;
  readonly subscribe: (changed: () => void) => () => void;
  /** Joins with what the device check chose; resolves when pictures and sound can flow. */
  join(url: string, token: string, wishes: Wishes): Promise<void>;
  leave(): Promise<void>;
  setMicrophone(on: boolean): Promise<void>;
  setCamera(on: boolean): Promise<void>;
  setScreen(on: boolean): Promise<void>;
  useDevice(kind: MediaDeviceKind, deviceId: string): Promise<void>;
  /** To be called from a click: browsers keep sound back until then. */
  startSound(): Promise<void>;
  /** Texts of `caption.<lang>`, one JSON a message, in order of arrival. */
  onCaption(lang: Lang, heard: (json: string) => void): () => void;
}

export interface Wishes {
  microphone: boolean;
  camera: boolean;
  microphoneId: string | null;
  cameraId: string | null;
  speakerId: string | null;
  /** a conference-room microphone does its own cleaning of the sound */
  rawMicrophone: boolean;
}

/** silent: nothing has come from the media server for some seconds; it may answer again by itself */
export type Link = "idle" | "joining" | "here" | "silent" | "reconnecting" | "lost" | "elsewhere" | "removed";
export type Quality = "good" | "fair" | "poor" | "lost" | "unknown";

export interface HallView {
  link: Link;
  present: Presence[];
  me: string | null;
  /** the browser waits for a click before it plays sound */
  soundBlocked: boolean;
  /** LiveKit's room metadata as it came */
  roomCopy: string;
  /** what went wrong with a device last */
  deviceTrouble: DeviceTrouble | null;
}

export interface DeviceTrouble {
  kind: "microphone" | "camera" | "screen";
  reason: "refused" | "missing" | "busy" | "unplugged" | "unknown";
}

export interface Presence {
  identity: string;
  local: boolean;
  speaking: boolean;
  microphone: boolean;
  camera: Picture | null;
  screen: Picture | null;
  quality: Quality;
  /** ms since epoch; the newest speaker is the largest */
  lastSpokeAt: number;
}

/** Something that can be shown in a video element. */
export interface Picture {
  id: string;
  attach(element: HTMLVideoElement): () => void;
}
