// An archive to try things on: some papers of the demonstration binder, filed; and its server, on the day that is wanted.
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { pictures, programs, samples } from "./places";

const filed = ["DA-2024-0001", "DA-2024-0005", "DA-2024-0114"];
const scanned = "DA-2024-0003"; // two pages; the second is blank
export const scanWords = "有效签单人员";
export const firstDay = "2025-03-03";

const runProgram = promisify(execFile);

export interface Server {
  url: string;
  firstRunCode: string;
  stop: () => Promise<void>;
}

// The binder of the samples with this one document alone in it; drawn once.
async function binderOf(document: string): Promise<string> {
  const folder = join(samples, document);
  const binder = join(folder, "binder");
  if (!existsSync(join(binder, "manifest.csv"))) {
    rmSync(folder, { recursive: true, force: true });
    await runProgram(join(programs, "make-samples"), [folder, "--only", `/${document} `]);
  }
  return binder;
}

function rowsOf(binder: string): string[] {
  return readFileSync(join(binder, "manifest.csv"), "utf8").split(/\r?\n/).filter((row) => row !== "");
}

export async function scanFile(): Promise<string> {
  const binder = await binderOf(scanned);
  return join(binder, rowsOf(binder)[1]!.split(",")[0]!);
}

// The few papers that a journey starts from, with their rows of the manifest; on request without the places that these name.
async function chosenPapers(to: string, placed: boolean) {
  const binders: string[] = [];
  for (const document of filed) binders.push(await binderOf(document));
  for (const binder of binders) cpSync(binder, to, { recursive: true });
  const [head] = rowsOf(binders[0]!);
  const rows = binders.map((binder) => rowsOf(binder)[1]!).map((row) => (placed ? row : row.replace(/,K1(-\d+)+,/, ",,")));
  writeFileSync(join(to, "manifest.csv"), [head, ...rows, ""].join("\n"));
}

export class Scratch {
  private constructor(private readonly folder: string) {}

  static async empty(): Promise<Scratch> {
    const scratch = new Scratch(mkdtempSync(join(tmpdir(), "twofold 档案 ")));
    mkdirSync(pictures, { recursive: true });
    await scratch.run("init", scratch.path("archive"), "--fonds", "A001", "--fonds-name", "王府俱乐部", "--profile", "club", "--rehearsal");
    return scratch;
  }
  static async make(placed = true): Promise<Scratch> {
    const scratch = await Scratch.empty();
    const papers = scratch.path("papers");
    await chosenPapers(papers, placed);
    await scratch.run("ingest", papers);
    await scratch.run("file", "--manifest", join(papers, "manifest.csv"));
    return scratch;
  }
  // Another archive with the same in it.
  copy(): Scratch {
    const twin = new Scratch(mkdtempSync(join(tmpdir(), "twofold 档案 ")));
    cpSync(this.path("archive"), twin.path("archive"), { recursive: true });
    return twin;
  }
  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
  private path(name: string): string {
    return join(this.folder, name);
  }
  private surroundings(day: string) {
    return { ...process.env, TWOFOLD_ARCHIVE: this.path("archive"), TWOFOLD_TODAY: day };
  }
  private async run(...words: string[]) {
    await runProgram(join(programs, "twofold"), words, { env: this.surroundings(firstDay) });
  }
  async serve(day: string): Promise<Server> {
    const child = spawn(join(programs, "twofold"), ["serve", "--port", "0", "--json"], { env: this.surroundings(day), stdio: ["ignore", "pipe", openSync(join(pictures, "..", "server.log"), "a")] });
    const said = JSON.parse(await firstLine(child)) as { url?: string; first_run_code: string };
    if (!said.url) throw new Error(`twofold serve: ${JSON.stringify(said)}`);
    return { url: said.url.replace(/\/$/, ""), firstRunCode: said.first_run_code, stop: () => ended(child) };
  }
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((tell, fail) => {
    createInterface({ input: child.stdout! }).once("line", tell);
    child.once("exit", (code) => fail(new Error(`twofold serve ended with ${code}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((tell) => {
    child.once("exit", () => tell());
    child.kill("SIGTERM");
  });
}
