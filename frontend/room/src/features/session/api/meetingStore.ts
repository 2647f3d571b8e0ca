import type { RoomCopy, State } from "../../../contract/types";

/** The server's last answer, overlaid by LiveKit's copy of it, which is quicker. Holds nothing of its own. */
export class MeetingStore {
  #state: State | null = null;
  #copy: RoomCopy | null = null;
  #copyCameAt = 0;
  #aheadMs = 0;
  #listeners = new Set<() => void>();

  readonly snapshot = (): State | null => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The server's clock in ms since epoch. */
  readonly now = (): number => Date.now() + this.#aheadMs;

  /** `askedAt`, `answeredAt`: local ms around the call, to halve the way of the server's time. */
  take(state: State, askedAt: number, answeredAt: number): void {
    this.#aheadMs = Date.parse(state.now) - (askedAt + answeredAt) / 2;
    this.#state = this.#copy ? overlay(state, this.#copy, this.#copyCameAt >= askedAt) : state;
    this.#tell();
  }

  /** True when the copy says that people, chat or lobby must be asked for again. */
  takeCopy(copy: RoomCopy): boolean {
    const before = this.#copy;
    if (before && copy.revision < before.revision) return false;
    this.#copy = copy;
    this.#copyCameAt = Date.now();
    if (!this.#state) return false;
    const chatIsKnown = copy.chat === 0 || this.#state.chat.some((message) => message.id >= copy.chat);
    const peopleChanged = before !== null && before.people !== copy.people;
    const lobbyChanged = this.#state.can.admit && before?.lobby !== copy.lobby; // an officer sees only their side of it
    this.#state = overlay(this.#state, copy, true);
    this.#tell();
    return !chatIsKnown || peopleChanged || lobbyChanged;
  }

  /** An answer to the person's own action, shown before the copy arrives. */
  patch(part: Partial<State>): void {
    if (!this.#state) return;
    this.#state = { ...this.#state, ...part };
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Run and cue are numbered, so the higher wins; the rest is taken when the copy came last. */
function overlay(state: State, copy: RoomCopy, copyIsNewer: boolean): State {
  return {
    ...state,
    run: copy.run.revision >= state.run.revision ? copy.run : state.run,
    cue: copy.cue.revision >= state.cue.revision ? copy.cue : state.cue,
    remarks: copyIsNewer ? copy.remarks : state.remarks,
    hands: copyIsNewer ? copy.hands : state.hands,
    captioner: copyIsNewer ? copy.captioner : state.captioner,
  };
}

export function readCopy(metadata: string): RoomCopy | null {
  if (!metadata) return null;
  const value = JSON.parse(metadata) as Partial<RoomCopy>;
  return value.run && value.cue && value.hands && value.captioner ? (value as RoomCopy) : null;
}
