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

/** Where the character NUL stands in a value that came in; without recursion, because its depth is the sender's choice. */
const nulAt = (value: unknown): string | undefined => {
  const waiting: Node[] = [{ value, key: '' }];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const { value: v } = node;
    if (typeof v === 'string' && v.includes('\0')) return pathOf(node);
    // Files come as bytes, in which it is a byte as any other.
    if (typeof v !== 'object' || v === null || ArrayBuffer.isView(v)) continue;
    for (const [key, inside] of Object.entries(v)) {
      if (key.includes('\0')) return pathOf(node);
      waiting.push({ value: inside, key, of: node });
    }
  }
  return undefined;
};

/** PostgreSQL keeps no NUL in a text (`docs/18/datatype-character`): it is refused at the door, with the field that has it. */
export const refuseNul = async ({ params, query, body }: FastifyRequest): Promise<void> => {
  for (const part of [params, query, body]) {
    if (typeof part !== 'object') continue;
    const path = nulAt(part);
    if (path === undefined) continue;
    const message = 'holds the character NUL, which no text may hold';
    throw problem(400, 'invalidBody', `Field ${path || 'body'}: ${message}.`, { fields: [{ path, message }] });
  }
};
