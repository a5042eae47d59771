import { z } from 'zod';

/** Several of a few words, comma-separated. */
export const listOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .string()
    .transform((s) => s.split(','))
    .pipe(z.array(z.enum(values)));
