import type { Text } from "../contract/types";

/** A text of the server, always with its own language for voices, faces and line breaks. */
export function Words({ of, keep = false }: { of: Pick<Text, "lang" | "text">; keep?: boolean }) {
  return (
    <span lang={of.lang} className={keep ? "keep" : undefined} translate={keep ? "no" : undefined}>
      {of.text}
    </span>
  );
}
