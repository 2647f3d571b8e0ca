/** How the app asks the server: one call, one answer, or a CallError. */
export type Call = (method: "GET" | "POST", path: string, body?: object) => Promise<unknown>;

/** The server's refusal; `message` is already in the reader's language. `status` 0: no answer at all. */
export class CallError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly state: unknown = null,
  ) {
    super(message);
    this.name = "CallError";
  }

  /** Nothing answered: worth asking again. */
  get isSilence(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}
