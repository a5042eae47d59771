import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a model was asked, as it arrived. */
export type Asked = {
  readonly model: string;
  readonly system: string;
  readonly prompt: string;
  readonly authorization?: string;
  /** The whole body, to see what is not in it. */
  readonly body: Readonly<Record<string, unknown>>;
};

export type Reply =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'text'; readonly text: string }
  /** Ends for lack of tokens, in the middle of a word or after a whole answer. */
  | { readonly kind: 'cut'; readonly text: string }
  /** Never answers. */
  | { readonly kind: 'stall' }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'raw'; readonly body: string }
  /** Sends without end. */
  | { readonly kind: 'flood' };

export type Script = (asked: Asked, nth: number) => Reply;

const bodyOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
};

const contentOf = (body: Record<string, unknown>, role: string): string => {
  const { messages } = body as { readonly messages: readonly { readonly role: string; readonly content: unknown }[] };
  return messages
    .filter((m) => m.role === role)
    .map((m) => (typeof m.content === 'string' ? m.content : JSON.stringify(m.content)))
    .join('\n');
};

const completion = (model: string, content: string, finish: 'stop' | 'length') => ({
  ...{ id: 'x', object: 'chat.completion', created: 0, model },
  choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: finish }],
  usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
});

const answer = (reply: Reply, asked: Asked, response: ServerResponse): void => {
  const send = (status: number, value: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  switch (reply.kind) {
    case 'json':
      return void send(200, completion(asked.model, JSON.stringify(reply.value), 'stop'));
    case 'text':
      return void send(200, completion(asked.model, reply.text, 'stop'));
    case 'cut':
      return void send(200, completion(asked.model, reply.text, 'length'));
    case 'status':
      // Whoever asks again does so at once.
      response.setHeader('retry-after-ms', '1');
      return void send(reply.status, { error: { message: 'scripted' } });
    case 'redirect':
      return void response.writeHead(307, { location: reply.to }).end();
    case 'raw':
      return void response.writeHead(200, { 'content-type': 'application/json' }).end(reply.body);
    case 'flood': {
      response.writeHead(200, { 'content-type': 'application/json' });
      const piece = 'a'.repeat(256 * 1024);
      const more = (): void => {
        while (!response.destroyed && response.write(piece));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
      return;
    }
    case 'stall':
      return;
    default: {
      reply satisfies never;
      return;
    }
  }
};

export type ScriptedModel = {
  readonly url: string;
  /** Everything that was asked, in its order. */
  readonly asked: readonly Asked[];
  says(script: Script): void;
  stop(): Promise<void>;
};

/** A server on this machine that speaks like a language model, and says what a test tells it to. */
export const scriptedModel = async (first: Script): Promise<ScriptedModel> => {
  let script = first;
  const asked: Asked[] = [];
  const server: Server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { authorization } = request.headers;
      const question: Asked = {
        model: String(body.model),
        system: contentOf(body, 'system'),
        prompt: contentOf(body, 'user'),
        ...(authorization ? { authorization } : {}),
        body,
      };
      asked.push(question);
      answer(script(question, asked.length), question, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    says: (next) => {
      script = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
