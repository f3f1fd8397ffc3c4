// The server's remedies name commands. Where the application has a screen for what a command does, that screen is named instead.
import { language, t } from "@/i18n";

// "loan *" is every command of that first word that has no row of its own.
const screens: Readonly<Record<string, string>> = {
  "amend *": "approvals", "amend request": "item", "appraise *": "disposition", "arrange *": "binder", "audit *": "administration",
  "climate *": "upkeep", close: "disposition", "close check": "volume", "compare *": "item", "container *": "shelf-map",
  "container make": "volume", "container put": "volume", "container take": "volume", "copy verify": "item", "customer *": "customer",
  "customer fact": "item", "debt *": "customer", "dispose *": "disposition", "grant *": "administration", "grant requests": "approvals",
  "hold *": "disposition", "hold question": "search", ingest: "ingest", "inspect *": "upkeep", "list due": "disposition",
  "list number": "customers", "loan *": "loans", login: "login", "meeting *": "customers", "pair check": "item", "patrol *": "upkeep",
  "print *": "print", "promote *": "item", promote: "item", recognise: "item", "rectify *": "upkeep", reindex: "administration",
  "remove *": "approvals", "remove request": "item", search: "search", searches: "search", "shelf *": "shelf-map", "shelf move": "volume",
  "shelf thickness": "volume", show: "item", "stocktake *": "shelf-map", "stocktake scan": "scan", "stocktake start": "scan", text: "item",
  "token *": "administration", "transfer *": "disposition", "user *": "administration", "xref *": "item",
};
// What has no screen stays a command.
const onlyCommands: readonly string[] = [
  "binder *", "climate import", "compare files", "init", "patrol import", "serve",
  "sign", // the waiver: the other signatures have their screen
  "user set",
];

const rows: Readonly<Record<string, string>> = { ...screens, ...Object.fromEntries(onlyCommands.map((row) => [row, ""])) };

// The row of a command's words and its screen, if it has one; nothing where the command is not known here.
export function commandRow(first: string, second = ""): { row: string; screen: string } | undefined {
  const row = [`${first} ${second}`, `${first} *`, first].find((each) => each in rows);
  return row === undefined ? undefined : { row, screen: rows[row]! };
}

// After a colon or in brackets up to where the clause ends; elsewhere in backticks, or bare with the arguments that are plainly some.
const named =
  /(?<lead>[:：(（] ?)twofold (?<clause>[a-z].*?)(?=[;；,，、。)）]|\.(?:\s|$)|$)|(?:(?<before>with |用 ?|(?<=[先再]) )|(?<space>(?<=\p{Script=Han}) ))?(?:`twofold (?<quoted>[a-z][^`]*)`|twofold (?<bare>[a-z]+(?: [a-z-]+)?)(?<given>(?: (?:--[\w-]+|[A-Z]{2,}|编号))*))(?<gap> (?=\p{Script=Han}))?/gu;

// One after another the same screen is named once.
const twice = /(“[^”]+”)(?:, | and |、)(?:页面)?\1/g;

export function inScreens(words: string): string {
  const chinese = language() === "zh";
  const replaced = words.replace(named, (whole, ...found) => {
    const { lead = "", clause, before = "", space = "", quoted, bare, given = "", gap = "" } = found.at(-1) as Record<string, string | undefined>;
    const command = clause ?? quoted ?? bare ?? "";
    const [first = "", second = ""] = command.split(" ");
    const known = command.includes("--help") ? undefined : commandRow(first, second);
    if (!known?.screen) return whole;
    const name = `“${t(`screen.${known.screen}`)}”`;
    // A word that only looks like the second one of a command is a word of the sentence.
    const tail = bare && second && known.row === first ? ` ${second}${given}` : "";
    if (chinese) return `${lead}${before ? "到" : ""}页面${name}${tail}${tail ? gap : ""}`;
    return `${before === "with " ? "under " : before}${space}${lead}${name}${tail}${gap}`;
  });
  return replaced.replace(twice, "$1");
}
