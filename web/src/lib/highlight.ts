// Where found words stand in a text: the server counts bytes of UTF-8, a page counts UTF-16 units.
export interface Piece {
  text: string;
  found: boolean;
}

// Cuts the text at the byte ranges, which are ascending and do not overlap; what lies outside of the text is passed over.
export function pieces(text: string, ranges: readonly (readonly [number, number])[]): Piece[] {
  const bytes = new TextEncoder().encode(text);
  const decode = new TextDecoder();
  const cut: Piece[] = [];
  let at = 0;
  const add = (to: number, found: boolean) => {
    if (to <= at) return;
    cut.push({ text: decode.decode(bytes.subarray(at, to)), found });
    at = to;
  };
  for (const [begin, end] of ranges) {
    if (begin < at || end > bytes.length || begin >= end) continue;
    add(begin, false);
    add(end, true);
  }
  add(bytes.length, false);
  return cut;
}
