import type { Room } from "livekit-client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchTransport } from "../src/media/transport";

const ice = { state: "connected" };
const nobody = { localParticipant: { trackPublications: new Map() }, remoteParticipants: new Map() };

function hearing(): Room {
  const track = { receiver: { transport: { iceTransport: ice } } };
  const them = { trackPublications: new Map([["TR_1", { track }], ["TR_2", { track: undefined }]]) };
  return { ...nobody, remoteParticipants: new Map([["p2", them]]) } as unknown as Room;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  ice.state = "connected";
});

test("silence on the way is told once, and its end once", () => {
  const told: boolean[] = [];
  watchTransport(hearing(), (silent) => told.push(silent));

  for (const state of ["connected", "disconnected", "failed", "connected", "connected"]) {
    ice.state = state;
    vi.advanceTimersByTime(1_000);
  }

  expect(told).toEqual([true, false]);
});

test("nothing is told of a room in which nobody's track is on the way", () => {
  const told: boolean[] = [];
  watchTransport(nobody as unknown as Room, (silent) => told.push(silent));
  vi.advanceTimersByTime(5_000);

  expect(told).toEqual([]);
});

test("nothing is told after the end", () => {
  const told: boolean[] = [];
  const end = watchTransport(hearing(), (silent) => told.push(silent));
  end();
  ice.state = "failed";
  vi.advanceTimersByTime(5_000);

  expect(told).toEqual([]);
});
