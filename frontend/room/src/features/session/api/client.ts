import { CallError, type Call } from "../../../ports/call";
import type { Lang } from "../../../contract/types";

const PATIENCE_MS = 12_000;

/** The server over HTTP, as the person of this seat. */
export function callOver(base: string, seat: string, language: () => Lang): Call {
  return async (method, path, body) => {
    const answer = await fetch(`${base}${path}`, {
      method,
      headers: {
        authorization: `Seat ${seat}`,
        "accept-language": language(),
        ...(body ? { "content-type": "application/json" } : {}),
      },
      body: body ? JSON.stringify(body) : null,
      credentials: "omit",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch((cause: unknown) => {
      throw new CallError(0, "silence", String(cause));
    });
    const value: unknown = await answer.json().catch(() => null);
    if (answer.ok) return value;
    const { error = "unknown", message = "", state = null } = (value ?? {}) as { error?: string; message?: string; state?: unknown };
    throw new CallError(answer.status, error, message, state);
  };
}

/** Leaving is told by a beacon: a page that goes away cannot wait for an answer. */
export function farewellTo(base: string, seat: string): () => void {
  return () => void navigator.sendBeacon(`${base}/leave`, JSON.stringify({ seat }));
}
