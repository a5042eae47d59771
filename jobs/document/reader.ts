import type { DocumentReader, OpenFile } from '@openum/casework/port/documentReader.ts';
import { type FileFormat, formatOf } from '@openum/domain/document/format.ts';
import type { DocumentPage, Unreadable } from '@openum/domain/document/page.ts';
import { defaultLimits, type ReaderLimits } from './limits.ts';
import { threadPool } from './pool.ts';
import { startThread, type Thread } from './thread.ts';

const unread = (page: number, problem: Unreadable): DocumentPage => ({
  page,
  text: '',
  stretches: [],
  aspect: 8.5 / 11,
  method: 'none',
  problem,
});

/** One for the work of the outbox, one for thumbnails, and one for people who wait for a page. */
const mostThreads = 3;

/** Reads files in threads of their own, within limits of time, memory and size. */
export const createDocumentReader = (limits: ReaderLimits = defaultLimits): DocumentReader & { end(): void } => {
  const pool = threadPool(() => startThread(limits), mostThreads);

  const openIn = (thread: Thread, bytes: Uint8Array, format: FileFormat) =>
    thread.ask({ type: 'open', bytes, format, maxPixels: limits.maxPixels }, limits.openMilliseconds);

  const held = (first: Thread, bytes: Uint8Array, format: FileFormat, pages: number): OpenFile => {
    let thread = first;
    /** A page that broke its thread leaves the others to a new one. */
    const sound = async (): Promise<Thread> => {
      if (thread.isAlive()) return thread;
      pool.give(thread);
      thread = await pool.take();
      await openIn(thread, bytes, format);
      return thread;
    };
    return {
      pages,
      page: async (page) => {
        const answer = await (await sound()).ask({ type: 'page', page }, limits.pageMilliseconds);
        if (answer.type === 'page') return answer.page;
        return unread(page, answer.type === 'failed' ? answer.problem : 'damaged');
      },
      picture: async (page, dots) => {
        const answer = await (await sound()).ask({ type: 'picture', page, dots }, limits.drawMilliseconds);
        if (answer.type === 'picture') return answer.bytes;
        return { problem: answer.type === 'failed' ? answer.problem : 'damaged' };
      },
      close: () => {
        const closing = thread.isAlive() ? thread.ask({ type: 'close' }, limits.openMilliseconds) : Promise.resolve();
        void closing.then(() => pool.give(thread));
      },
    };
  };

  return {
    maxPages: limits.maxPages,
    open: async (bytes) => {
      if (bytes.byteLength === 0) return { problem: 'empty' };
      if (bytes.byteLength > limits.maxBytes) return { problem: 'tooLarge' };
      const format = formatOf(bytes);
      if (!format) return { problem: 'notSupported' };
      const thread = await pool.take();
      const answer = await openIn(thread, bytes, format);
      if (answer.type === 'opened') return held(thread, bytes, format, answer.pages);
      pool.give(thread);
      return { problem: answer.type === 'failed' ? answer.problem : 'damaged' };
    },
    end: pool.end,
  };
};
