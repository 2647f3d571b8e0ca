import type { ChatMessage } from "../../../contract/types";
import type { Call } from "../../../ports/call";

export const LONGEST = 1000;

export async function say(call: Call, text: string): Promise<ChatMessage> {
  return (await call("POST", "/chat", { text })) as ChatMessage;
}
