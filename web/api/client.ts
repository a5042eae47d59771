import type { ProblemBody } from '@openum/http/contract/refusal.ts';
import { practiceHeaders } from './practice.ts';

/** `unreachable`: no answer came at all, or one that the server did not write. */
export type ProblemCode = ProblemBody['code'] | 'unreachable';

/** Every failed call of the API. `message` is a sentence for the person at the screen. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: ProblemCode;
  readonly body: ProblemBody | undefined;
  /** Seconds to wait, when the server said so. */
  readonly retryAfter: number | undefined;

  constructor(status: number, body: ProblemBody | undefined, retryAfter?: number) {
    super(body?.message ?? 'The server did not answer. Check the connection and try again.');
    this.name = 'ApiProblem';
    this.status = status;
    this.code = body?.code ?? 'unreachable';
    this.body = body;
    this.retryAfter = retryAfter;
  }

  /** The sentence for one field of the sent body, if that field was wrong. */
  field(path: string): string | undefined {
    return this.body?.fields?.find((f) => f.path === path)?.message;
  }
}

export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

const withQuery = (path: string, query: Query): string => {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue;
    const text = Array.isArray(value) ? value.join(',') : String(value);
    if (text !== '') params.set(key, text);
  }
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
};

const signedOut = new Set<() => void>();

/** Calls the listener when the server says that nobody is signed in any more. */
export const onSignInRequired = (listener: () => void): (() => void) => {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
};

let serverAheadMs = 0;

/** The server's present moment in milliseconds: time left is shown by its clock, not by that of a desk computer set wrong. */
export const serverNow = (): number => Date.now() + serverAheadMs;

const readClock = (response: Response): void => {
  const stamp = Date.parse(response.headers.get('date') ?? '');
  if (Number.isNaN(stamp)) return;
  const ahead = stamp - Date.now();
  // The header counts whole seconds; less than two is not a wrong clock.
  serverAheadMs = Math.abs(ahead) < 2000 ? 0 : ahead;
};

const problemOf = async (response: Response): Promise<ApiProblem> => {
  const retryAfter = Number(response.headers.get('retry-after')) || undefined;
  const body: unknown = await response.json().catch(() => undefined);
  const written = typeof body === 'object' && body !== null && 'code' in body && 'message' in body;
  return new ApiProblem(response.status, written ? (body as ProblemBody) : undefined, retryAfter);
};

const call = async <T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> => {
  const headers: Record<string, string> = { accept: 'application/json', 'x-openum': '1', ...practiceHeaders() };
  if (body !== undefined) headers['content-type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiProblem(0, undefined);
  }
  readClock(response);
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.code === 'signInRequired') for (const listener of signedOut) listener();
    throw problem;
  }
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
};

const fetched = async (path: string, init: RequestInit): Promise<Response> => {
  const response = await fetch(path, {
    ...init,
    headers: { 'x-openum': '1', ...practiceHeaders(), ...init.headers },
    credentials: 'same-origin',
  }).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause;
    throw new ApiProblem(0, undefined);
  });
  if (!response.ok) throw await problemOf(response);
  return response;
};

/** Posts, and takes the answer as a file. */
export const postForFile = async (path: string, body: unknown): Promise<Blob> => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetched(path, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.blob();
};

/** Posts the bytes of a file as they are. */
export const postFile = async <T>(path: string, file: Blob): Promise<T> => {
  const headers = { accept: 'application/json', 'content-type': file.type || 'application/octet-stream' };
  return (await (await fetched(path, { method: 'POST', headers, body: file })).json()) as T;
};

/** A file; undefined where the server has none to give. */
export const getFile = async (path: string, signal: AbortSignal): Promise<Blob | undefined> => {
  const response = await fetched(path, { signal });
  return response.status === 204 ? undefined : response.blob();
};

/** The text of a file. */
export const getText = async (path: string, signal: AbortSignal): Promise<string> =>
  (await fetched(path, { signal })).text();

export const get = <T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> =>
  call<T>('GET', withQuery(path, query), undefined, signal);
export const post = <T>(path: string, body: unknown): Promise<T> => call<T>('POST', path, body);
export const put = <T>(path: string, body: unknown): Promise<T> => call<T>('PUT', path, body);
export const del = <T>(path: string): Promise<T> => call<T>('DELETE', path);
