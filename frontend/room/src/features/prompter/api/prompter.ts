import type { Prompt } from "../../../contract/types";
import type { Call } from "../../../ports/call";

/** One's own remarks: of the item now held, else of one's next. */
export async function fetchPrompt(call: Call): Promise<Prompt> {
  return (await call("GET", "/prompter")) as Prompt;
}
