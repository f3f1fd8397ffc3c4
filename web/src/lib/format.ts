// How days, times, sizes and counts are written, in the reader's language.
import { language } from "@/i18n";

const locale = () => (language() === "zh" ? "zh-CN" : "en-GB");

export const count = (value: number): string => value.toLocaleString(locale());

export function bytes(size: number): string {
  const units = ["B", "KB", "MB", "GB", "TB"];
  let unit = 0;
  let value = size;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    ++unit;
  }
  return `${value >= 100 || unit === 0 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

// "2026-03-01T08:15:30.123Z" as this clock shows it.
export function moment(at: string): string {
  if (!at) return "";
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  return `${dayOf(time)} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

const two = (value: number) => String(value).padStart(2, "0");
const dayOf = (time: Date): string => `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;

let ahead = 0; // days between this clock and the archive's, in a rehearsal or another time zone

// The archive's own day, which the session tells; a page that stays open goes on with this clock.
export const setToday = (day: string) => void (ahead = Math.round((Date.parse(day) - Date.parse(dayOf(new Date()))) / 86_400_000));

export function today(plusDays = 0): string {
  const day = new Date();
  day.setDate(day.getDate() + ahead + plusDays);
  return dayOf(day);
}

export const listed = (words: readonly string[]): string => words.join(language() === "zh" ? "、" : ", ");

// This minute, as a reading is written down.
export const now = (): string => moment(new Date().toISOString());
