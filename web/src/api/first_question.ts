// Who is signed in, asked before the rest of the application is made ready, so that the answer is there when it is. Once.
let asked: Promise<Response | undefined> | undefined = fetch("/api/v1/session", {
  headers: { Accept: "application/json" },
  credentials: "same-origin",
}).catch(() => undefined);

export async function firstAnswer(): Promise<Response | undefined> {
  const answer = await asked;
  asked = undefined;
  return answer?.ok ? answer : undefined;
}
