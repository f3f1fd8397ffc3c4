// The shelves of a part of the stack, and how each place of them is to be drawn.
export interface Standing {
  volume: string;
  title: string;
  state: string;
  thickness_mm: number;
  loan: string;
  borrower: string;
  due: string;
  missing: boolean;
}
export interface Place {
  place: string;
  container: string;
  used_mm: number;
  volumes: Standing[];
}
export interface Shelf {
  shelf: string;
  capacity_mm: number;
  used_mm: number;
  taken: number;
  places: Place[];
}

export function lookOf({ container, volumes }: Place): "free" | "missing" | "lent" | "taken" {
  if (volumes.length === 0 && !container) return "free";
  if (volumes.some(({ missing }) => missing)) return "missing";
  return volumes.some(({ loan }) => loan === "out") ? "lent" : "taken";
}

// "K1-02-02-1-03" and "K1-02-02-1" name the shelf K1-02-02-1; a shorter one is a part of the stack as it stands.
export const shelfPart = (code: string): string => code.split("-").slice(0, 4).join("-");
export const fillOf = ({ capacity_mm, used_mm }: Shelf): number => (capacity_mm > 0 ? Math.min(100, Math.round((100 * used_mm) / capacity_mm)) : 0);
