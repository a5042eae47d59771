import { calendarDate } from '@openum/domain/time/instant.ts';
import { requestBuilders } from '@openum/testkit/fhir/bundles.ts';
import { factCatalogue } from '@openum/testkit/fhir/catalogue.ts';
import { inquiryBundle } from '@openum/testkit/fhir/inquiry.ts';
import { hostileBodies } from '@openum/testkit/fhir/mutate.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFacts } from './facts.ts';
import { readInquiry } from './inquire.ts';
import { readSubmission } from './request.ts';

const today = calendarDate('2026-11-20');
const good = requestBuilders['home-oxygen']();
const readAll = (json: unknown) => {
  readFacts(json, factCatalogue);
  return [readSubmission(json, { today }).kind, readInquiry(json).kind];
};

type Step = { readonly holder: Record<string, unknown>; readonly key: string };

/** Every place in a value where something else could stand. */
const places = (value: unknown, found: Step[] = []): Step[] => {
  if (typeof value === 'object' && value !== null)
    for (const key of Object.keys(value)) {
      found.push({ holder: value as Record<string, unknown>, key });
      places((value as Record<string, unknown>)[key], found);
    }
  return found;
};

const sources = [...Object.values(requestBuilders).map((build) => build()), inquiryBundle()];

describe('whatever arrives', () => {
  test.each(Object.entries(hostileBodies(good)))(
    '%s: refused with issues or not JSON at all, never a crash',
    (_, body) => {
      let json: unknown;
      try {
        json = JSON.parse(body);
      } catch {
        return expect(() => JSON.parse(body)).toThrow(SyntaxError);
      }
      expect(readAll(json)).toEqual(['unprocessable', 'unprocessable']);
      const result = readSubmission(json, { today });
      expect(result.kind === 'unprocessable' && result.issues.length > 0 && result.issues.length <= 100).toBe(true);
    },
  );

  test('any JSON is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (json) => {
        expect(readAll(json)[0]).toBe('unprocessable');
      }),
      { numRuns: 300 },
    );
  });

  test('a good request with anything in any place is read or refused, and never throws', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: sources.length - 1 }),
        fc.array(fc.tuple(fc.nat(), fc.jsonValue({ maxDepth: 2 })), { minLength: 1, maxLength: 3 }),
        (which, changes) => {
          const json = structuredClone(sources[which]);
          for (const [n, value] of changes) {
            const all = places(json);
            const place = all[n % Math.max(all.length, 1)];
            if (place) place.holder[place.key] = value;
          }
          expect(['submission', 'unprocessable']).toContain(readAll(json)[0]);
        },
      ),
      { numRuns: 700 },
    );
  });

  test('a day that is an object is refused, and never throws', () => {
    const json = structuredClone(good) as { entry: { resource: Record<string, unknown> }[] };
    for (const { resource } of json.entry)
      for (const key of ['effectiveDateTime', 'performedDateTime', 'authored'])
        if (key in resource) resource[key] = { toString: null };
    expect(readAll(json)[0]).toBe('unprocessable');
  });

  test('a good request with any one element taken out is read or refused, and never throws', () => {
    const count = places(structuredClone(good)).length;
    for (let n = 0; n < count; n++) {
      const json = structuredClone(good);
      const place = places(json)[n]!;
      delete place.holder[place.key];
      readAll(JSON.parse(JSON.stringify(json)));
    }
    expect(count).toBeGreaterThan(200);
  });
});
