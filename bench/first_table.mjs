// How long until somebody sees the first row of a table, in Chromium, against a server that runs:
//   node bench/first_table.mjs URL NAME PASSWORD [ROUNDS]
// Each screen is opened by its address, as a link does, by a browser that has never been there and by one that has. From the start of
// the navigation to the first row painted. Needs web/node_modules (scripts/build-web) and /usr/bin/chromium.
import { createRequire } from "node:module";

const { chromium } = createRequire(new URL("../web/package.json", import.meta.url))("playwright-core");
const [url, name, password, rounds = "10"] = process.argv.slice(2);
const screens = { customers: "/customers", "search, one word": "/search?q=" + encodeURIComponent("合同"), "search, two words": "/search?q=" + encodeURIComponent("付款 期限") };
const firstRow = "[role=grid] .row, article";

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });

async function newcomer() {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const answer = await context.request.post(`${url}/api/v1/session`, { data: { name, password }, headers: { Origin: url } });
  if (!answer.ok()) throw new Error(`signing in: ${answer.status()} ${await answer.text()}`);
  return context;
}

async function opened(context, path) {
  const page = await context.newPage();
  const begun = performance.now();
  await page.goto(url + path, { waitUntil: "commit" });
  await page.locator(firstRow).first().waitFor();
  const taken = performance.now() - begun;
  await page.close();
  return taken;
}

const told = (times) => {
  const sorted = [...times].sort((a, b) => a - b);
  return `median ${sorted[Math.floor(sorted.length / 2)].toFixed(0)} ms, longest ${sorted.at(-1).toFixed(0)} ms`;
};

for (const [screen, path] of Object.entries(screens)) {
  const first = [], again = [];
  for (let round = 0; round < Number(rounds); ++round) {
    const context = await newcomer();
    first.push(await opened(context, path));
    again.push(await opened(context, path));
    await context.close();
  }
  console.log(`${screen.padEnd(18)} never been there: ${told(first)}; been there: ${told(again)}`);
}
await browser.close();
