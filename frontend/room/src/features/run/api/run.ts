import type { Run } from "../../../contract/types";
import type { Call } from "../../../ports/call";

export type RunStep =
  | { action: "open" | "start" | "next" | "previous" | "end" }
  | { action: "go"; item: number }
  | { action: "speaker"; speaker: number };

/** `revision`: what this officer saw; a newer one on the server refuses the step. */
export async function stepRun(call: Call, step: RunStep, revision: number): Promise<Run> {
  const answer = (await call("POST", "/run", { ...step, revision })) as { run: Run };
  return answer.run;
}
