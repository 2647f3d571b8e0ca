import type { LobbyEntry } from "../../../contract/types";
import type { Call } from "../../../ports/call";

export async function admit(call: Call, person: number, welcome: boolean): Promise<LobbyEntry[]> {
  const answer = (await call("POST", "/admit", { person, admit: welcome })) as { lobby: LobbyEntry[] };
  return answer.lobby;
}

export async function mute(call: Call, person: number): Promise<void> {
  await call("POST", "/mute", { person });
}
