import type { AgendaItem, Run } from "../../../contract/types";

/** Where an item stands: `later` items show only their number while there are nearer ones. */
export type Place = "done" | "now" | "next" | "later";

const NEAR = 2;

export function placeOf(item: AgendaItem, agenda: AgendaItem[], run: Run): Place {
  if (run.state === "ended") return "done";
  const current = agenda.find(({ id }) => id === run.item);
  if (!current) return agenda.indexOf(item) <= NEAR ? "next" : "later";
  if (item.id === current.id) return "now";
  if (item.position < current.position) return "done";
  const ahead = agenda.filter((other) => other.position > current.position && other.position <= item.position).length;
  return ahead <= NEAR ? "next" : "later";
}

const WIDTHS: Record<Place, string> = { done: "auto", now: "minmax(0, 1.5fr)", next: "minmax(0, 1fr)", later: "auto" };

export function columnsFor(agenda: AgendaItem[], run: Run): string {
  return agenda.map((item) => WIDTHS[placeOf(item, agenda, run)]).join(" ");
}
