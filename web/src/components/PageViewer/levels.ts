// The pictures of one page that the server makes, from the one shown first, which is there since the file was taken in, to the page in
// full: the viewer asks for a finer one as soon as somebody looks closely.
import { address, path } from "@/api/client";
import type { PageInfo } from "@/api/records";

export interface Level {
  url: string;
  width: number; // of the picture; 0 where the page is drawn as wide as asked for and tells no size
  height: number;
}

const first = 1000;
const middle = 2000;
const most = 4000;

export function levelsOf(number: string, page: PageInfo | undefined): Level[] {
  if (!page?.picture) return [];
  const level = (width: number): Level => ({
    url: address(path`/items/${number}/pages/${page.page}/image`, { width }),
    width: page.width > 0 ? width : 0,
    height: Math.round((page.height * width) / (page.width || 1)),
  });
  if (page.width === 0) return [level(middle)];
  const full = Math.min(page.width, most);
  const widths = full > first ? [first, full] : [full];
  if (full > 1.4 * middle) widths.splice(1, 0, middle);
  return widths.map(level);
}
