// Facets are chosen as fields of the query language; one string in the address holds the words and the choices.
export interface Filter {
  facet: string;
  key: string;
}

const fieldOf: Record<string, string> = { place: "shelf" };
const needsQuotes = /[\s()",:]/;

export const clauseOf = ({ facet, key }: Filter): string => {
  const field = fieldOf[facet] ?? facet;
  return `${field}:${needsQuotes.test(key) ? `"${key.replaceAll('"', "")}"` : key}`;
};

// "year=2024|customer=王府集团"
export const readFilters = (text: string): Filter[] =>
  text
    .split("|")
    .map((part) => part.split("="))
    .filter((part): part is [string, string] => part.length === 2 && part[0] !== "" && part[1] !== "")
    .map(([facet, key]) => ({ facet, key: decodeURIComponent(key) }));

export const writeFilters = (filters: readonly Filter[]): string =>
  filters.map(({ facet, key }) => `${facet}=${encodeURIComponent(key)}`).join("|");

export const isChosen = (filters: readonly Filter[], { facet, key }: Filter): boolean =>
  filters.some((filter) => filter.facet === facet && filter.key === key);

export function toggled(filters: readonly Filter[], filter: Filter): Filter[] {
  return isChosen(filters, filter)
    ? filters.filter((each) => each.facet !== filter.facet || each.key !== filter.key)
    : [...filters, filter];
}

// Values of one facet are alternatives, facets narrow each other. A question with a choice in it goes into brackets,
// because OR binds weakest.
export function question(words: string, filters: readonly Filter[]): string {
  const byFacet = new Map<string, string[]>();
  for (const filter of filters) byFacet.set(filter.facet, [...(byFacet.get(filter.facet) ?? []), clauseOf(filter)]);
  const clauses = [...byFacet.values()].map((each) => (each.length === 1 ? each[0]! : `(${each.join(" OR ")})`));
  const asked = words.trim();
  const bracketed = clauses.length > 0 && /\bOR\b/.test(asked) ? `(${asked})` : asked;
  return [bracketed, ...clauses].filter((part) => part !== "").join(" ");
}
