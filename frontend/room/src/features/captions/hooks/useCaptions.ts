import { useCallback, useEffect, useReducer } from "react";
import type { Caption, Captioner, Lang } from "../../../contract/types";
import { usePorts } from "../../../ports/context";
import { closeGaps, EMPTY_BOOK, hear, openGap, refill, type Book } from "../api/book";
import { fetchCaptions, readCaption } from "../api/captions";

type Happening =
  | { kind: "heard"; caption: Caption }
  | { kind: "refilled"; captions: Caption[] }
  | { kind: "captioner"; captioner: Captioner }
  | { kind: "language" };

function turn(book: Book, happening: Happening): Book {
  switch (happening.kind) {
    case "heard":
      return hear(book, happening.caption);
    case "refilled":
      return refill(book, happening.captions);
    case "captioner":
      return happening.captioner.state === "lost" ? openGap(book, happening.captioner.since) : happening.captioner.state === "on" ? closeGaps(book, happening.captioner.since) : book;
    case "language":
      return EMPTY_BOOK;
  }
}

/** The captions of one language: as they come, and what was missed after every (re)join. */
export function useCaptions(lang: Lang, captioner: Captioner, joined: boolean): Book {
  const { hall, call } = usePorts();
  const [book, tell] = useReducer(turn, EMPTY_BOOK);

  useEffect(() => {
    tell({ kind: "language" });
    return hall.onCaption(lang, (json) => {
      const caption = readCaption(json);
      if (caption) tell({ kind: "heard", caption });
    });
  }, [hall, lang]);

  const fill = useCallback(() => {
    // Missing history is no reason to stop the live captions; the next rejoin asks again.
    fetchCaptions(call, lang).then(
      (captions) => tell({ kind: "refilled", captions }),
      () => undefined,
    );
  }, [call, lang]);

  useEffect(() => {
    if (joined) fill();
  }, [joined, fill]);

  useEffect(() => tell({ kind: "captioner", captioner }), [captioner]);

  return book;
}
