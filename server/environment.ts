import { createHash, randomBytes } from 'node:crypto';
import type { Environment } from '@openum/casework/port/environment.ts';
import { instant } from '@openum/domain/time/instant.ts';

/** 48 bits of milliseconds, then random bits: RFC 9562 version 7. */
export const uuidv7 = (milliseconds: number): string => {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
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
  sha256Hex: (bytes) => createHash('sha256').update(bytes).digest('hex'),
});
