import type { Caption, Lang } from "../../../contract/types";
import type { Call } from "../../../ports/call";

export async function fetchCaptions(call: Call, lang: Lang): Promise<Caption[]> {
  const answer = (await call("GET", `/captions?lang=${lang}`)) as { captions: Caption[] };
  return answer.captions;
}

/** One text stream message. Versions we do not know are not guessed at. */
export function readCaption(json: string): Caption | null {
  const value = JSON.parse(json) as Caption;
  return (value.v as number) === 1 ? value : null;
}
