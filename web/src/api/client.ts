// Every request goes through here: the session's CSRF token, the reader's language, problem+json, If-Match and Idempotency-Key.
import { Problem, problemOf } from "@/api/problem";
import { language } from "@/i18n";

export const prefix = "/api/v1";
export type Query = Record<string, string | number | boolean | undefined | null>;

export interface Options {
  query?: Query;
  body?: unknown;
  ifMatch?: string;
  // Given again, the server repeats its answer instead of doing it twice. Made up where a POST has none.
  idempotencyKey?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  cache?: RequestCache;
}

let csrfToken = "";
let onSignedOut: () => void = () => {};
export const setCsrfToken = (token: string) => (csrfToken = token);
export const whenSignedOut = (then: () => void) => (onSignedOut = then);

// Segments of a path, so that numbers with "·" and "/" arrive whole.
export const path = (parts: TemplateStringsArray, ...values: (string | number)[]): string =>
  parts.reduce((whole, part, i) => whole + part + (i < values.length ? encodeURIComponent(String(values[i])) : ""), "");

export function address(route: string, query: Query = {}): string {
  const asked = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== "" && value !== false) asked.set(key, String(value));
  const text = asked.toString();
  return prefix + route + (text ? `?${text}` : "");
}

export function headersFor(method: string, options: Options = {}): Record<string, string> {
  const headers: Record<string, string> = { Accept: "application/json", "Accept-Language": language() };
  if (options.body !== undefined && !(options.body instanceof Blob)) headers["Content-Type"] = "application/json";
  if (method !== "GET" && csrfToken) headers["X-CSRF-Token"] = csrfToken;
  if (method === "POST") headers["Idempotency-Key"] = options.idempotencyKey ?? crypto.randomUUID();
  if (options.ifMatch) headers["If-Match"] = options.ifMatch;
  return { ...headers, ...options.headers };
}

export async function send(method: string, route: string, options: Options = {}): Promise<Response> {
  const body = options.body === undefined || options.body instanceof Blob ? options.body : JSON.stringify(options.body);
  const answer = await fetch(address(route, options.query), {
    method,
    headers: headersFor(method, options),
    body: body as BodyInit | undefined,
    signal: options.signal,
    cache: options.cache,
    credentials: "same-origin",
  });
  if (answer.ok) return answer;
  const problem = await problemOf(answer);
  if (answer.status === 401 && route !== "/session") onSignedOut();
  throw problem;
}

async function json<T>(method: string, route: string, options?: Options): Promise<T> {
  const answer = await send(method, route, options);
  if (answer.status === 204) return undefined as T;
  return (await answer.json()) as T;
}

// A record with the tag that a change of it must name.
export async function read<T>(route: string): Promise<{ record: T; tag: string }> {
  const answer = await send("GET", route);
  return { record: (await answer.json()) as T, tag: answer.headers.get("ETag") ?? "" };
}
// A change that goes through only while the record is as it was read; its tag from now on.
export async function change(route: string, body: unknown, tag: string): Promise<string> {
  const answer = await send("PUT", route, { body, ifMatch: tag });
  return answer.headers.get("ETag") ?? "";
}

export const get = <T>(route: string, query?: Query, signal?: AbortSignal) => json<T>("GET", route, { query, signal });
export const post = <T>(route: string, body: unknown = {}, options: Options = {}) => json<T>("POST", route, { ...options, body });
export const put = <T>(route: string, body: unknown, options: Options = {}) => json<T>("PUT", route, { ...options, body });
export const remove = <T>(route: string, options: Options = {}) => json<T>("DELETE", route, options);

// What is there, or nothing where it is not found.
export async function find<T>(route: string, query?: Query): Promise<T | undefined> {
  try {
    return await get<T>(route, query);
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return undefined;
    throw error;
  }
}
