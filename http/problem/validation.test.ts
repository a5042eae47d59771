import { globSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fieldWord } from '../contract/fieldWords.ts';
import { issueText } from '../contract/issueText.ts';

z.config({ customError: issueText });

const root = `${import.meta.dirname}/../contract`;
const contracts: readonly (readonly [name: string, schema: z.ZodType])[] = (
  await Promise.all(
    globSync('**/*.ts', { cwd: root })
      .filter((f) => !f.endsWith('.test.ts'))
      .map(async (file) =>
        Object.entries((await import(`${root}/${file}`)) as Record<string, unknown>).flatMap(([name, value]) =>
          value instanceof z.ZodType ? [[`${file} ${name}`, value] as const] : [],
        ),
      ),
  )
).flat();

type Shape = { readonly [key: string]: unknown };
const isShape = (x: unknown): x is Shape => typeof x === 'object' && x !== null;

/** Every name of a field in a contract. */
const namesIn = (schema: unknown): readonly string[] => {
  if (!isShape(schema)) return [];
  const own = isShape(schema.properties) ? Object.keys(schema.properties) : [];
  return [...own, ...Object.values(schema).flatMap(namesIn)];
};

/** Values of the wrong sort everywhere: each field gets something that it hardly can be. */
const wrongly = (schema: unknown): fc.Arbitrary<unknown> => {
  const anything = fc.constantFrom<unknown>(undefined, null, '', 'x', -1, 1.5, true, [], {}, 'a'.repeat(30), [null]);
  if (!isShape(schema)) return anything;
  const branches = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(branches)) return fc.oneof(...branches.map(wrongly));
  if (isShape(schema.properties))
    return fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record(Object.fromEntries(Object.entries(schema.properties).map(([k, v]) => [k, wrongly(v)]))),
      },
      { weight: 1, arbitrary: anything },
    );
  if (isShape(schema.items)) return fc.oneof(fc.array(wrongly(schema.items), { maxLength: 2 }), anything);
  if (schema.const !== undefined) return fc.oneof(fc.constant(schema.const), anything);
  return anything;
};

const jsonOf = (schema: z.ZodType): unknown => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
/** Words of programs, not of people. */
const technical =
  /\b(invalid|expected|undefined|null|nan|regex|pattern|boolean|string|array|object|input|int)\b|, received/i;

describe('what a contract says of a wrong value', () => {
  test('there are contracts to ask', () => expect(contracts.length).toBeGreaterThan(60));

  test.each(contracts)('is said in words: %s', (_, schema) => {
    fc.assert(
      fc.property(wrongly(jsonOf(schema)), (value) => {
        for (const issue of schema.safeParse(value).error?.issues ?? []) {
          expect(issue.message).not.toMatch(technical);
          expect(issue.message).toMatch(/^.{4,}[^.]$/);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('names every field in words', () => {
    const names = new Set(contracts.flatMap(([, schema]) => namesIn(jsonOf(schema))));
    for (const name of names)
      expect([name, fieldWord(name)]).toEqual([name, expect.stringMatching(/^(NPI|[a-z0-9 ]+( NPI)?)$/)]);
    for (const name of names) expect(fieldWord(name)).not.toMatch(/\b(id|ids|npi)\b/);
  });

  test.each([
    ['lastCoveredOn', 'last covered day'],
    ['slots.0.startsAt', 'slot 1, start'],
    ['command.decisions.1.authorized.quantity.value', 'decision 2, authorized, quantity, value'],
    ['requestingProviderNpi', 'requesting provider NPI'],
    ['reviewerUserId', 'reviewer'],
    ['birth date', 'birth date'],
    ['memberRationale (item 1)', 'rationale for the member (item 1)'],
  ])('%s is called %s', (path, said) => expect(fieldWord(path)).toBe(said));
});
