// What a browser remembers between visits. A browser that refuses storage only forgets.
const prefix = "twofold.";

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string) {
  try {
    localStorage.setItem(prefix + key, value);
  } catch {
    // Storage is full or refused: the choice lasts as long as the page.
  }
}

export function forget(key: string) {
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // As above.
  }
}

export function recallList(key: string): string[] {
  try {
    const list: unknown = JSON.parse(recall(key) ?? "[]");
    return Array.isArray(list) ? list.filter((entry): entry is string => typeof entry === "string") : [];
  } catch {
    return [];
  }
}
