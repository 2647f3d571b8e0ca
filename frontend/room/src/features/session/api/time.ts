import type { Lang } from "../../../contract/types";

/** Hours and minutes in a city, always two digits and 24 hours: `16:07`. */
export function clockIn(ms: number, timezone: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: timezone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(ms);
}

/** The day in words: `2021년 9월 17일 금요일`. Digits and their words do not part. */
export function dayIn(ms: number, timezone: string, lang: Lang): string {
  return new Intl.DateTimeFormat(lang, { timeZone: timezone, year: "numeric", month: "long", day: "numeric", weekday: "long" }).format(ms);
}

export interface Span {
  over: boolean;
  minutes: number;
  seconds: number;
}

/** Whole seconds between now and an end, counted up to the next second while time is left. */
export function spanTo(endMs: number, nowMs: number): Span {
  const left = endMs - nowMs;
  const whole = left >= 0 ? Math.ceil(left / 1000) : Math.floor(-left / 1000);
  return { over: left < 0 && whole > 0, minutes: Math.floor(whole / 60), seconds: whole % 60 };
}

export function shortSpan({ minutes, seconds }: Span): string {
  return `${minutes}:${String(seconds).padStart(2, "0")}`;
}
