// Where the words of a question stand in a text and on a page. White space, width and case do not count.
import type { Box } from "@/api/records";

export interface Word extends Box {
  text: string;
  line: number;
}

const fold = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");

// The words and phrases of a question that are looked for in the text itself: no fields, operators or what is left out.
export function termsOf(question: string): string[] {
  const found: string[] = [];
  const part = /(-?)(?:([\p{L}]+)[:：])?(?:["“「『]([^"”」』]*)["”」』]|([^\s()（）"“「『]+))/gu;
  for (const [, without, field, phrase, word] of question.matchAll(part)) {
    if (without || (field && !/^(title|题名|标题)$/i.test(field))) continue;
    const term = fold((phrase ?? word ?? "").replace(/\*$/, ""));
    if (term !== "" && !/^(and|or|not)$/.test(term)) found.push(term);
  }
  return [...new Set(found)];
}

// Begin and end, in letters of the folded text, of all places of all terms, in order; what overlaps is one place.
function places(folded: string, terms: readonly string[]): [number, number][] {
  const all: [number, number][] = [];
  for (const term of terms)
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) all.push([at, at + term.length]);
  all.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged: [number, number][] = [];
  for (const [begin, end] of all) {
    const last = merged.at(-1);
    if (last && begin < last[1]) last[1] = Math.max(last[1], end);
    else merged.push([begin, end]);
  }
  return merged;
}

export const countHits = (text: string, terms: readonly string[]): number => places(fold(text), terms).length;

function around(words: readonly Word[]): Box {
  const left = Math.min(...words.map((word) => word.left));
  const top = Math.min(...words.map((word) => word.top));
  return {
    left,
    top,
    width: Math.max(...words.map((word) => word.left + word.width)) - left,
    height: Math.max(...words.map((word) => word.top + word.height)) - top,
  };
}

// A box for each place, around the words of its first line.
export function boxesOfHits(words: readonly Word[], terms: readonly string[]): Box[] {
  let folded = "";
  const ends = words.map((word) => (folded += fold(word.text)).length);
  return places(folded, terms).flatMap(([begin, end]) => {
    const touched = words.filter((_, i) => (ends[i - 1] ?? 0) < end && ends[i]! > begin);
    const line = touched.filter((word) => word.line === touched[0]?.line);
    return line.length > 0 ? [around(line)] : [];
  });
}
