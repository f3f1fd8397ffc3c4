// What the recognised text of a page offers for the catalogue: days, document numbers, parties, a title.
export type Field = "title" | "document_number" | "responsible" | "date";
export interface Suggestion {
  field: Field;
  value: string;
}

const most = 3; // of each field
const chineseDigits = "〇一二三四五六七八九";

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const digits = text.replaceAll("零", "〇").replaceAll("○", "〇");
  if (/^[〇一二三四五六七八九]+$/.test(digits)) return Number([...digits].map((digit) => chineseDigits.indexOf(digit)).join(""));
  const [tens = "", ones = ""] = digits.split("十");
  return (tens === "" ? 1 : chineseDigits.indexOf(tens)) * 10 + (ones === "" ? 0 : chineseDigits.indexOf(ones));
}

// A day that exists, or nothing.
export function dayOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1900 && year < 2100 ? date.toISOString().slice(0, 10) : undefined;
}

const numeral = "[\\d〇○零一二三四五六七八九十]";
const chineseDay = new RegExp(`(${numeral}{4})\\s*年\\s*(${numeral}{1,3})\\s*月\\s*(${numeral}{1,3})\\s*日`, "g");
const plainDay = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g;
const documentNumber = /(?:合同|协议|文件|单据)?\s*(?:编\s*号|文\s*号|No\.?|Contract\s+no\.?)\s*:?\s*([A-Za-z0-9][A-Za-z0-9\-/().]{2,30})/gi;
const party = /(?:甲\s*方|乙\s*方|责任者|经办人|Party\s+[AB])\s*(?:\([^)]{0,10}\))?\s*:\s*([^\s,。;]{2,30})/gi;
const heading = /(合同|协议|申请书?|审批单|计划|报告|登记表|记录|证明|通知|方案|agreement|contract|report|plan)\s*(书)?$/i;

const values = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1]!.trim());

function days(text: string): string[] {
  const found = [...text.matchAll(chineseDay), ...text.matchAll(plainDay)];
  return found
    .sort((a, b) => a.index - b.index)
    .map(([, year, month, day]) => dayOf(numberOf(year!), numberOf(month!), numberOf(day!)))
    .filter((day): day is string => day !== undefined);
}

function titles(text: string): string[] {
  const lines = text.split("\n").map((line) => line.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "").trim());
  return lines.slice(0, 15).filter((line) => line.length >= 3 && line.length <= 40 && heading.test(line));
}

export function suggestionsFrom(page: string): Suggestion[] {
  const text = page.normalize("NFKC"); // ：（） are read as : ( )
  const of = (field: Field, found: string[]) => [...new Set(found)].slice(0, most).map((value) => ({ field, value }));
  return [...of("title", titles(text)), ...of("document_number", values(text, documentNumber)), ...of("responsible", values(text, party)), ...of("date", days(text))];
}
