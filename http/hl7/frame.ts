import { CR, FS, VT } from '@medplum/hl7';

export type Framed =
  | { readonly kind: 'message'; readonly bytes: Uint8Array }
  /** More than is taken, or bytes outside of a block: the connection is no good any more. */
  | { readonly kind: 'broken'; readonly bytes: Uint8Array };

/**
 * Cuts a stream of bytes into the blocks of MLLP release 1 (VT, message, FS, CR). On bytes and not on text, because a message is kept as
 * it came, whatever its character set turns out to be.
 */
export const framer = (maxBytes: number) => {
  let held = Buffer.alloc(0);
  return {
    take: (chunk: Uint8Array): readonly Framed[] => {
      held = Buffer.concat([held, chunk]);
      const found: Framed[] = [];
      while (held.length > 0) {
        // Some senders end a block, or fill the time between two, with line ends.
        if (held[0] === CR || held[0] === 10) {
          held = held.subarray(1);
          continue;
        }
        const end = held.indexOf(FS);
        const tooLong = (end < 0 ? held.length : end) > maxBytes + 1;
        if (held[0] !== VT || tooLong) {
          found.push({ kind: 'broken', bytes: new Uint8Array(held.subarray(0, maxBytes)) });
          held = Buffer.alloc(0);
          return found;
        }
        if (end < 0) return found;
        found.push({ kind: 'message', bytes: new Uint8Array(held.subarray(1, end)) });
        held = held.subarray(end + 1);
      }
      return found;
    },
    /** What was begun and never ended, when the connection is gone. */
    rest: (): Uint8Array | undefined => {
      const rest = held[0] === VT ? held.subarray(1) : held;
      return rest.length === 0 ? undefined : new Uint8Array(rest);
    },
  };
};

export const frame = (message: Uint8Array): Uint8Array => Buffer.concat([Buffer.of(VT), message, Buffer.of(FS, CR)]);
