import type { FastifyInstance } from 'fastify';
import { uuidOf } from '../fhir/id.ts';

type Payload = string | Buffer | object;
export type Reply = {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
  readonly headers: Record<string, unknown>;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** Somebody who calls the API of `app` as the browser does. Without a cookie: nobody. */
export const callerOf = (app: FastifyInstance, cookie?: string) => {
  const call = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: Payload,
    headers: Record<string, string> = {},
  ): Promise<Reply> => {
    const response = await app.inject({
      method,
      url,
      headers: { 'x-openum': '1', ...(cookie ? { cookie } : {}), ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    return {
      status: response.statusCode,
      body: parsed(response.body),
      text: response.body,
      headers: response.headers,
    };
  };
  return {
    call,
    get: (url: string) => call('GET', url),
    post: (url: string, payload: Payload, headers?: Record<string, string>) => call('POST', url, payload, headers),
    act: (caseId: string, expectedVersion: number, command: object, name = JSON.stringify(command)) =>
      call('POST', `/api/cases/${caseId}/commands`, {
        commandId: uuidOf(`command/${cookie}/${caseId}/${expectedVersion}/${name}`),
        expectedVersion,
        command,
      }),
  };
};
export type Caller = ReturnType<typeof callerOf>;

/** A sending system that posts to the FHIR endpoint. */
export const senderOf = (app: FastifyInstance, token?: string) => {
  const post = (operation: string) => async (payload: Payload) => {
    const response = await app.inject({
      method: 'POST',
      url: `/fhir/pas/2.2/Claim/${operation}`,
      headers: { 'content-type': 'application/fhir+json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      payload: Buffer.isBuffer(payload) || typeof payload === 'string' ? payload : JSON.stringify(payload),
    });
    return {
      status: response.statusCode,
      body: parsed(response.body) as Record<string, unknown>,
      text: response.body,
      headers: response.headers as Record<string, unknown>,
    };
  };
  return { submit: post('$submit'), inquire: post('$inquire') };
};
