import net from 'node:net';
import { requestBytes } from './requests.ts';

/**
 * The sending systems, in a process of their own so that the server's event loop does only the server's work. They write HTTP/1.1 by
 * hand on kept-alive sockets: on two cores whatever a client costs is taken from the server and its database.
 */
export type Load = {
  readonly from: number;
  readonly count: number;
  readonly clients: number;
  readonly port: number;
  readonly path: string;
  readonly token: string;
};
export type LoadResult = { readonly milliseconds: number; readonly each: readonly number[] };

const connect = (port: number): Promise<net.Socket> =>
  new Promise((resolve, reject) => {
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });

/** Sends one request and reads its answer; refuses anything but a 200 with a Content-Length. */
const exchange = (socket: net.Socket, request: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    let seen = 0;
    let whole: number | undefined;
    const onData = (chunk: Buffer) => {
      if (whole === undefined) {
        const head = chunk.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        const length = /content-length: (\d+)/i.exec(head)?.[1];
        if (!head.startsWith('HTTP/1.1 200') || end < 0 || length === undefined) {
          reject(new Error(`unexpected answer: ${head.slice(0, 600)}`));
          return;
        }
        whole = end + 4 + Number(length);
      }
      seen += chunk.length;
      if (seen < whole) return;
      socket.off('data', onData);
      resolve();
    };
    socket.on('data', onData);
    socket.write(request);
  });

const run = async (load: Load, requests: readonly Buffer[]): Promise<LoadResult> => {
  const sockets = await Promise.all(Array.from({ length: load.clients }, () => connect(load.port)));
  const each: number[] = [];
  let next = 0;
  const start = performance.now();
  await Promise.all(
    sockets.map(async (socket) => {
      for (let request = requests[next++]; request; request = requests[next++]) {
        const sent = performance.now();
        await exchange(socket, request);
        each.push(performance.now() - sent);
      }
    }),
  );
  const milliseconds = performance.now() - start;
  for (const socket of sockets) socket.destroy();
  return { milliseconds, each };
};

const prepared = (load: Load): readonly Buffer[] =>
  Array.from({ length: load.count }, (_, i) => {
    const body = requestBytes(load.from + i);
    const head = [
      `POST ${load.path} HTTP/1.1`,
      `host: 127.0.0.1:${load.port}`,
      'content-type: application/fhir+json',
      `authorization: Bearer ${load.token}`,
      `content-length: ${body.length}`,
    ].join('\r\n');
    return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body]);
  });

let waiting: { readonly load: Load; readonly requests: readonly Buffer[] } | undefined;

/** `{ load }` prepares, `'go'` sends; each is answered with a message. */
process.on('message', async (message: { readonly load: Load } | 'go') => {
  if (message !== 'go') {
    waiting = { load: message.load, requests: prepared(message.load) };
    process.send?.('ready');
  } else if (waiting) process.send?.(await run(waiting.load, waiting.requests));
});
