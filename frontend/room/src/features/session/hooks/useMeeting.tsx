import { createContext, use, useCallback, useSyncExternalStore } from "react";
import type { Lang, Person, State } from "../../../contract/types";
import { usePorts } from "../../../ports/context";
import { fetchState } from "../api/state";
import type { MeetingStore } from "../api/meetingStore";
import { useInterfaceLanguage } from "./useInterfaceLanguage";

const StoreContext = createContext<MeetingStore | null>(null);
export const MeetingProvider = StoreContext.Provider;

export function useMeetingStore(): MeetingStore {
  const store = use(StoreContext);
  if (!store) throw new Error("useMeetingStore outside MeetingProvider");
  return store;
}

/** The meeting, or null before the first answer. */
export function useMeetingIfKnown(): State | null {
  const store = useMeetingStore();
  return useSyncExternalStore(store.subscribe, store.snapshot);
}

/** The meeting, in scenes that are only shown once it is known. */
export function useMeeting(): State {
  const state = useMeetingIfKnown();
  if (!state) throw new Error("this scene needs the meeting's state");
  return state;
}

export function usePerson(id: number | null): Person | null {
  const { people, me } = useMeeting();
  if (id === null) return null;
  return people.find((person) => person.id === id) ?? (me.id === id ? me : null);
}

/** Asks the server for everything again; errors are the caller's. */
export function useRefresh(): (lang?: Lang) => Promise<State> {
  const { call } = usePorts();
  const store = useMeetingStore();
  const { language } = useInterfaceLanguage();
  return useCallback(
    async (lang = language) => {
      const askedAt = Date.now();
      const state = await fetchState(call, lang);
      store.take(state, askedAt, Date.now());
      return state;
    },
    [call, store, language],
  );
}
