import { RoomAudioRenderer, RoomContext } from "@livekit/components-react";
import { useSyncExternalStore } from "react";
import type { LiveKitHall } from "./livekitHall";

/** Plays everyone who is heard. */
export function LiveKitSound({ hall }: { hall: LiveKitHall }) {
  const room = useSyncExternalStore(hall.subscribe, hall.room);
  if (!room) return null;
  return (
    <RoomContext.Provider value={room}>
      <RoomAudioRenderer />
    </RoomContext.Provider>
  );
}
