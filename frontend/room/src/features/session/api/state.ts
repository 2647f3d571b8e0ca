import type { Entrance, Lang, State } from "../../../contract/types";
import type { Call } from "../../../ports/call";

export async function fetchState(call: Call, lang: Lang): Promise<State> {
  return (await call("GET", `/state?lang=${lang}`)) as State;
}

/** Asking again is harmless: the answer is the same until an officer decides. */
export async function enter(call: Call): Promise<Entrance> {
  return (await call("POST", "/enter", {})) as Entrance;
}

export async function leave(call: Call): Promise<void> {
  await call("POST", "/leave", {});
}
