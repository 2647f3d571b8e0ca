import type { Cue, Lang, Script } from "../../../contract/types";
import type { Call } from "../../../ports/call";

export type CueStep = { action: "next" | "previous" | "hold" | "release" } | { action: "go"; segment: number };

export async function stepCue(call: Call, step: CueStep, revision: number): Promise<Cue> {
  const answer = (await call("POST", "/cue", { ...step, revision })) as { cue: Cue };
  return answer.cue;
}

/** The remarks of the current speaker, sentence by sentence. */
export async function fetchScript(call: Call, lang: Lang): Promise<Script> {
  return (await call("GET", `/script?lang=${lang}`)) as Script;
}
