import { hash, randomBytes, randomUUID } from 'node:crypto';
import type { Environment } from '@openum/casework/port/environment.ts';
import { instant } from '@openum/domain/time/instant.ts';

/** 48 bits of milliseconds, then random bits: RFC 9562 version 7. The random ones are those of a version 4, which Node draws in bulk. */
export const uuidv7 = (milliseconds: number): string => {
  const time = milliseconds.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
};

/** Without 0, 1, I, L, O and U: people read these out on the phone. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

const readable = (length: number): string => {
  let text = '';
  while (text.length < length) {
    // Bytes past the last whole multiple are dropped, so that every sign is equally likely.
    for (const b of randomBytes(length)) {
      if (b < 256 - (256 % alphabet.length) && text.length < length) text += alphabet[b % alphabet.length];
    }
  }
  return text;
};

export const systemEnvironment = (nowMs: () => number = Date.now): Environment => ({
  now: () => instant(new Date(nowMs()).toISOString()),
  newId: () => uuidv7(nowMs()),
  newNumber: (prefix) => {
    const n = readable(9);
    return `${prefix}-${n.slice(0, 3)}-${n.slice(3, 6)}-${n.slice(6)}`;
  },
  sha256Hex: (bytes) => hash('sha256', bytes),
});
