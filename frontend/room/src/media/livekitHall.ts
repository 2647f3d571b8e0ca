import {
  ConnectionQuality,
  ConnectionState,
  DisconnectReason,
  MediaDeviceFailure,
  Room,
  RoomEvent,
  Track,
  TrackEvent,
  VideoPresets,
  type LocalTrackPublication,
  type Participant,
  type RoomOptions,
  type TextStreamHandler,
  type TrackPublication,
} from "livekit-client";
import type { Lang } from "../contract/types";
import type { DeviceTrouble, Hall, HallView, Link, Picture, Presence, Quality, Wishes } from "../ports/hall";
import { watchTransport } from "./transport";

const PATIENCE_MS = 20_000;
const RETRY_MS = 800;
/** A ring that goes out between two words would flicker. */
const BREATH_MS = 1_500;
const EMPTY: HallView = { link: "idle", present: [], me: null, soundBlocked: false, roomCopy: "", deviceTrouble: null };
const QUALITIES: Record<ConnectionQuality, Quality> = {
  [ConnectionQuality.Excellent]: "good",
  [ConnectionQuality.Good]: "fair",
  [ConnectionQuality.Poor]: "poor",
  [ConnectionQuality.Lost]: "lost",
  [ConnectionQuality.Unknown]: "unknown",
};

/** The hall on LiveKit. Every join is a new Room: nothing of a lost connection is carried over. */
export class LiveKitHall implements Hall {
  #room: Room | null = null;
  #view: HallView = EMPTY;
  #listeners = new Set<() => void>();
  #captions = new Map<Lang, Set<(json: string) => void>>();
  #lastSpoke = new Map<string, number>();
  #pictures = new WeakMap<Track, Picture>();
  #told = false;
  #unwatch = (): void => undefined;

  readonly snapshot = (): HallView => this.#view;

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  /** For LiveKit's own components, which want the room itself. */
  readonly room = (): Room | null => this.#room;

  async join(url: string, token: string, wishes: Wishes): Promise<void> {
    await this.#close();
    const room = new Room(optionsFor(wishes));
    this.#room = room;
    this.#listen(room);
    for (const lang of this.#captions.keys()) room.registerTextStreamHandler(`caption.${lang}`, this.#hear(lang));
    this.#put({ link: this.#view.link === "idle" ? "joining" : "reconnecting", deviceTrouble: null });
    try {
      await room.connect(url, token, { autoSubscribe: true });
    } catch (cause) {
      if (this.#room === room) this.#put({ link: "lost" });
      throw cause;
    }
    this.#put({ link: "here" });
    this.#unwatch = watchTransport(room, (silent) => this.#fellSilent(silent));
    if (wishes.speakerId) await room.switchActiveDevice("audiooutput", wishes.speakerId).catch(() => undefined); // gone since the check: the default speaks
    if (wishes.microphone) await this.#try("microphone", () => room.localParticipant.setMicrophoneEnabled(true));
    if (wishes.camera) await this.#try("camera", () => room.localParticipant.setCameraEnabled(true));
  }

  async leave(): Promise<void> {
    await this.#close();
    this.#view = EMPTY;
    this.#tell();
  }

  setMicrophone = (on: boolean) => this.#try("microphone", (me) => me.setMicrophoneEnabled(on));
  setCamera = (on: boolean) => this.#try("camera", (me) => me.setCameraEnabled(on));
  setScreen = (on: boolean) => this.#try("screen", (me) => me.setScreenShareEnabled(on, { audio: true, selfBrowserSurface: "include" }));

  async useDevice(kind: MediaDeviceKind, deviceId: string): Promise<void> {
    await this.#room?.switchActiveDevice(kind, deviceId);
  }

  async startSound(): Promise<void> {
    await this.#room?.startAudio();
  }

  onCaption(lang: Lang, heard: (json: string) => void): () => void {
    const listeners = this.#captions.get(lang) ?? new Set();
    if (!listeners.size) this.#room?.registerTextStreamHandler(`caption.${lang}`, this.#hear(lang));
    this.#captions.set(lang, listeners.add(heard));
    return () => {
      listeners.delete(heard);
      if (listeners.size) return;
      this.#captions.delete(lang);
      this.#room?.unregisterTextStreamHandler(`caption.${lang}`);
    };
  }

  #hear(lang: Lang): TextStreamHandler {
    return (reader) => {
      void reader.readAll().then((json) => {
        for (const heard of this.#captions.get(lang) ?? []) heard(json);
      });
    };
  }

  async #try(kind: DeviceTrouble["kind"], act: (me: Room["localParticipant"]) => Promise<unknown>): Promise<void> {
    if (!this.#room) return;
    try {
      await act(this.#room.localParticipant);
      if (this.#view.deviceTrouble?.kind === kind) this.#put({ deviceTrouble: null });
    } catch (cause) {
      // Closing the browser's screen picker is a choice, not trouble.
      if (!(kind === "screen" && cause instanceof Error && cause.name === "NotAllowedError")) this.#put({ deviceTrouble: { kind, reason: reasonOf(cause) } });
    }
    this.#soon();
  }

  /** A sentence cued by hand comes from the server, so that it needs no captioner. */
  #cued(topic: string | undefined, bytes: Uint8Array): void {
    for (const [lang, listeners] of this.#captions) {
      if (topic !== `caption.${lang}`) continue;
      const json = new TextDecoder().decode(bytes);
      for (const heard of listeners) heard(json);
    }
  }

  #listen(room: Room): void {
    for (const event of REDRAWING) room.on(event, this.#soon);
    room
      .on(RoomEvent.ActiveSpeakersChanged, (speakers) => {
        const were = this.#view.present.filter((one) => one.speaking);
        for (const { identity } of [...were, ...speakers]) this.#lastSpoke.set(identity, Date.now());
        this.#soon();
        setTimeout(this.#soon, BREATH_MS + 50);
      })
      .on(RoomEvent.Reconnecting, () => this.#put({ link: "reconnecting" }))
      .on(RoomEvent.SignalReconnecting, () => this.#put({ link: "reconnecting" }))
      .on(RoomEvent.Reconnected, () => this.#put({ link: "here" }))
      .on(RoomEvent.Disconnected, (reason) => {
        // The last people and pictures stay in view, dimmed, until the next join.
        if (this.#room === room) this.#put({ link: linkAfter(reason) });
      })
      .on(RoomEvent.DataReceived, (bytes, from, _kind, topic) => {
        if (!from) this.#cued(topic, bytes); // the server itself; nobody in the room can send data
      })
      .on(RoomEvent.LocalTrackPublished, (publication) => this.#watchUnplugging(publication));
  }

  /** What LiveKit itself has noticed stands above it. */
  #fellSilent(silent: boolean): void {
    const { link } = this.#view;
    if (silent && link === "here") this.#put({ link: "silent" });
    if (!silent && link === "silent") this.#put({ link: "here" });
  }

  #watchUnplugging(publication: LocalTrackPublication): void {
    const kind = publication.source === Track.Source.Microphone ? "microphone" : publication.source === Track.Source.Camera ? "camera" : null;
    if (kind) publication.track?.on(TrackEvent.Ended, () => this.#put({ deviceTrouble: { kind, reason: "unplugged" } }));
  }

  async #close(): Promise<void> {
    const room = this.#room;
    this.#room = null;
    this.#unwatch();
    await room?.disconnect();
  }

  /** Many events come at once; one new view a frame is enough. */
  #soon = (): void => {
    if (this.#told) return;
    this.#told = true;
    setTimeout(() => {
      this.#told = false;
      this.#put({});
    }, 30);
  };

  #put(part: Partial<HallView>): void {
    const room = this.#room;
    const seen: Partial<HallView> = room?.state === ConnectionState.Connected ? this.#look(room) : {} // otherwise the last sight stays;
    this.#view = { ...this.#view, ...seen, ...part };
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #look(room: Room): Partial<HallView> {
    const people: Participant[] = [room.localParticipant, ...room.remoteParticipants.values()];
    return {
      me: room.localParticipant.identity || this.#view.me,
      present: people.filter((one) => one.identity && !one.isAgent).map((one) => this.#presence(one)),
      soundBlocked: !room.canPlaybackAudio,
      roomCopy: room.metadata ?? "",
    };
  }

  #presence(one: Participant): Presence {
    const spokeAt = this.#lastSpoke.get(one.identity) ?? 0;
    return {
      identity: one.identity,
      local: one.isLocal,
      speaking: one.isSpeaking || Date.now() - spokeAt < BREATH_MS,
      microphone: one.isMicrophoneEnabled,
      camera: this.#picture(one.getTrackPublication(Track.Source.Camera)),
      screen: this.#picture(one.getTrackPublication(Track.Source.ScreenShare)),
      quality: QUALITIES[one.connectionQuality],
      lastSpokeAt: spokeAt,
    };
  }

  #picture(publication: TrackPublication | undefined): Picture | null {
    const track = publication?.isMuted ? undefined : publication?.videoTrack;
    if (!track) return null;
    const known = this.#pictures.get(track);
    if (known) return known;
    const picture: Picture = {
      id: track.sid ?? crypto.randomUUID(),
      attach(element) {
        track.attach(element);
        return () => void track.detach(element);
      },
    };
    this.#pictures.set(track, picture);
    return picture;
  }
}

const REDRAWING = [
  RoomEvent.Connected,
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
  RoomEvent.ConnectionQualityChanged,
  RoomEvent.RoomMetadataChanged,
  RoomEvent.AudioPlaybackStatusChanged,
] as const;

function optionsFor(wishes: Wishes): RoomOptions {
  const cleaned = !wishes.rawMicrophone;
  return {
    adaptiveStream: true,
    dynacast: true,
    reconnectPolicy: { nextRetryDelayInMs: ({ elapsedMs }) => (elapsedMs > PATIENCE_MS ? null : RETRY_MS) },
    // Speech for a recogniser and for a hall: steady, uncut by silence suppression.
    publishDefaults: { audioPreset: { maxBitrate: 64_000 }, dtx: false },
    audioCaptureDefaults: {
      deviceId: wishes.microphoneId ?? "default",
      channelCount: 1,
      sampleRate: 48_000,
      echoCancellation: cleaned,
      noiseSuppression: cleaned,
      autoGainControl: cleaned,
    },
    videoCaptureDefaults: { resolution: VideoPresets.h720.resolution, ...(wishes.cameraId ? { deviceId: wishes.cameraId } : {}) },
  };
}

function linkAfter(reason: DisconnectReason | undefined): Link {
  if (reason === DisconnectReason.DUPLICATE_IDENTITY) return "elsewhere";
  if (reason === DisconnectReason.PARTICIPANT_REMOVED || reason === DisconnectReason.ROOM_DELETED) return "removed";
  return "lost";
}

export function reasonOf(cause: unknown): DeviceTrouble["reason"] {
  switch (MediaDeviceFailure.getFailure(cause)) {
    case MediaDeviceFailure.PermissionDenied:
      return "refused";
    case MediaDeviceFailure.NotFound:
      return "missing";
    case MediaDeviceFailure.DeviceInUse:
      return "busy";
    default:
      return "unknown";
  }
}
