/** The development page takes from its address what Django's template would have written into #room. */
const query = new URLSearchParams(location.search);
const element = document.getElementById("room");
if (element) {
  element.dataset.language = query.get("lang") ?? "ko";
  element.dataset.seat = query.get("seat") ?? `development ${query.get("lang") ?? ""}`;
  if (query.get("scope")) element.dataset.scope = query.get("scope") ?? "";
}
await import("../main");
export {};
