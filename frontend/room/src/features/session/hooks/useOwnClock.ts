import { useCallback } from "react";
import { clockIn } from "../api/time";
import { useMeeting } from "./useMeeting";

/** The time of a moment (ISO 8601) in this person's own city: `16:09`. */
export function useOwnClock(): (iso: string) => string {
  const { cities, me } = useMeeting();
  const timezone = cities.find(({ side }) => side === me.side)?.timezone ?? "UTC";
  return useCallback((iso: string) => clockIn(Date.parse(iso), timezone), [timezone]);
}
