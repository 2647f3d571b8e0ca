import { useCallback, useState } from "react";

/** A choice of this person in this browser. Two links opened side by side are two people, so the key names the seat. */
export function useStored<T>(key: string, initial: T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => read(key, initial));
  const store = useCallback(
    (next: T) => {
      setValue(next);
      write(key, next);
    },
    [key],
  );
  return [value, store];
}

export function read<T>(key: string, initial: T): T {
  try {
    const raw = localStorage.getItem(key);
    return raw === null ? initial : (JSON.parse(raw) as T);
  } catch {
    return initial; // storage is closed to us, or holds what an older version wrote
  }
}

export function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // storage is closed to us: the choice lives as long as the page
  }
}

/** A short name for a seat from which the seat cannot be found. */
export function seatName(seat: string): string {
  let hash = 0x811c9dc5;
  for (const character of seat) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
