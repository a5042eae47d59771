import { unsoundness } from '@openum/domain/text/sound.ts';
import type { FastifyRequest } from 'fastify';
import { problem } from './problem.ts';

type Node = { readonly value: unknown; readonly key: string; readonly of?: Node };

const mostKeys = 20;

/** The names that lead to it; of very many the last ones. */
const pathOf = (node: Node): string => {
  const keys: string[] = [];
  for (let n: Node | undefined = node; n?.of && keys.length < mostKeys; n = n.of) keys.push(n.key);
  return keys.toReversed().join('.');
};

const words = {
  nul: 'holds the character NUL, which no text may hold',
  halfCharacter: 'holds half of a character',
} as const;

const unsound = (text: string): string | undefined => {
  const why = unsoundness(text);
  return why && words[why];
};

export type UnsoundText = { readonly path: string; readonly message: string };

/** Where a text stands that cannot be kept as a text; without recursion, because the depth is the sender's choice. */
export const unsoundTextIn = (value: unknown): UnsoundText | undefined => {
  const waiting: Node[] = [{ value, key: '' }];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const { value: v } = node;
    if (typeof v === 'string') {
      const message = unsound(v);
      if (message) return { path: pathOf(node), message };
    }
    // Files come as bytes, which may be any.
    if (typeof v !== 'object' || v === null || ArrayBuffer.isView(v)) continue;
    for (const [key, inside] of Object.entries(v)) {
      const message = unsound(key);
      if (message) return { path: pathOf(node), message };
      waiting.push({ value: inside, key, of: node });
    }
  }
  return undefined;
};

/** Refuses them at the door, with the field that has them. */
export const refuseUnsoundText = async ({ params, query, body }: FastifyRequest): Promise<void> => {
  for (const part of [params, query, body]) {
    if (typeof part !== 'object') continue;
    const found = unsoundTextIn(part);
    if (found)
      throw problem(400, 'invalidBody', `Field ${found.path || 'body'}: ${found.message}.`, { fields: [found] });
  }
};
