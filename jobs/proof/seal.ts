import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Transform } from 'node:stream';

/** Signs of the seal: SHA-256 in hex, the comment that ends the archive. */
const sealLength = 64;
export const noSeal = '0'.repeat(sealLength);

/** Puts in place of the last 64 bytes the hash of all bytes before them, so that no byte of the archive can change unseen. */
export const sealing = (): Transform => {
  const hash = createHash('sha256');
  let held = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const all = Buffer.concat([held, chunk]);
      const free = Math.max(0, all.length - sealLength);
      held = Buffer.from(all.subarray(free));
      const passed = all.subarray(0, free);
      hash.update(passed);
      done(null, passed);
    },
    flush(done) {
      done(null, hash.digest('hex'));
    },
  });
};

/** The seal of a file, and what it ought to be. */
export const readSeal = async (file: string): Promise<{ readonly found: string; readonly wanted: string }> => {
  const hash = createHash('sha256');
  let held = Buffer.alloc(0);
  for await (const chunk of createReadStream(file)) {
    const all = Buffer.concat([held, chunk as Buffer]);
    const free = Math.max(0, all.length - sealLength);
    hash.update(all.subarray(0, free));
    held = Buffer.from(all.subarray(free));
  }
  return { found: held.toString('latin1'), wanted: hash.digest('hex') };
};
