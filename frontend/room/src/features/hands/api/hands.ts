import type { Hand } from "../../../contract/types";
import type { Call } from "../../../ports/call";

/** `person`: an officer lowers another's hand; without it, one's own. */
export async function raiseHand(call: Call, raised: boolean, person?: number): Promise<Hand[]> {
  const answer = (await call("POST", "/hand", person === undefined ? { raised } : { raised, person })) as { hands: Hand[] };
  return answer.hands;
}
