import type { Room, Track } from "livekit-client";

const EVERY_MS = 1_000;
const SILENT: readonly RTCIceTransportState[] = ["disconnected", "failed"];

/**
 * Tells when the way to the media server falls silent and when it answers again.
 *
 * The browser notices within seconds; the signalling that LiveKit goes by only after fifteen, and until then
 * a guest would look at a frozen picture. Nobody's track on the way: nothing is told. Returns the end of it.
 */
export function watchTransport(room: Room, told: (silent: boolean) => void): () => void {
  let silent = false;
  const look = () => {
    const now = transportsOf(room).some(({ state }) => SILENT.includes(state));
    if (now !== silent) told(now);
    silent = now;
  };
  const timer = setInterval(look, EVERY_MS);
  return () => clearInterval(timer);
}

function transportsOf(room: Room): RTCIceTransport[] {
  const people = [room.localParticipant, ...room.remoteParticipants.values()];
  const tracks = people.flatMap((one) => [...one.trackPublications.values()].map(({ track }) => track));
  return tracks.flatMap((track) => iceOf(track) ?? []);
}

function iceOf(track: Track | undefined): RTCIceTransport | undefined {
  const way = track && ("sender" in track ? track.sender : "receiver" in track ? track.receiver : undefined);
  return (way as RTCRtpSender | RTCRtpReceiver | undefined)?.transport?.iceTransport;
}
