import { createServer, type Socket } from 'node:net';
import type { Casework } from '@openum/casework/casework.ts';
import type { SendingClient } from '../auth/bearer.ts';
import { frame, framer } from './frame.ts';
import { receiveHl7, refuseBroken } from './receive.ts';
import { maxMessageBytes } from './routes.ts';

export type MllpOptions = {
  readonly casework: Casework;
  /** On whose behalf this port listens. MLLP has no sign-in: whoever reaches the port speaks for this client. */
  readonly from: SendingClient;
  readonly host: string;
  readonly port: number;
  /** For the log; the message is in no sentence. */
  readonly onError: (error: unknown) => void;
  readonly idleSeconds?: number;
};

export type MllpListener = { readonly port: number; readonly stop: () => Promise<void> };

const defaultIdleSeconds = 600;

const serveConnection = (socket: Socket, { casework, from, onError, idleSeconds }: MllpOptions): Promise<void> => {
  const frames = framer(maxMessageBytes);
  // One after the other: a facility's messages are about each other, and their answers go back in their order.
  let work = Promise.resolve();
  const then = (step: () => Promise<void>): void => {
    work = work.then(step).catch((error: unknown) => {
      onError(error);
      // No acknowledgement: the sender sends the same message again.
      socket.destroy();
    });
  };
  socket.setTimeout((idleSeconds ?? defaultIdleSeconds) * 1000, () => socket.end());
  socket.on('error', onError);
  socket.on('data', (chunk: Buffer) => {
    for (const framed of frames.take(chunk)) {
      socket.pause();
      then(async () => {
        const take = framed.kind === 'message' ? receiveHl7 : refuseBroken;
        const answer = await take(casework, from, framed.bytes);
        if (!socket.writable) return;
        socket.write(frame(answer));
        if (framed.kind === 'broken') socket.end();
      });
      then(async () => {
        socket.resume();
      });
    }
  });
  return new Promise((resolve) => {
    socket.on('close', () => {
      const rest = frames.rest();
      // A message that broke off gets no answer, and is kept all the same.
      if (rest)
        then(async () => {
          await refuseBroken(casework, from, rest);
        });
      void work.then(resolve);
    });
  });
};

/** Listens for HL7 v2 messages by MLLP. */
export const listenMllp = async (options: MllpOptions): Promise<MllpListener> => {
  const open = new Map<Socket, Promise<void>>();
  const server = createServer((socket) => {
    const served = serveConnection(socket, options).finally(() => open.delete(socket));
    open.set(socket, served);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  server.on('error', options.onError);
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : options.port,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const served = [...open.values()];
      for (const socket of open.keys()) socket.destroy();
      await Promise.all([closed, ...served]);
    },
  };
};
