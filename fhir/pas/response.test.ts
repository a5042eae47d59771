import type { Case } from '@openum/domain/case/state.ts';
import { zoneId } from '@openum/domain/time/instant.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { adverse, approved, caseOf, decidedAt, notRequired, openInformation } from '@openum/testkit/fhir/case.ts';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { type Json, positionOf, withAt } from '@openum/testkit/fhir/mutate.ts';
import { pasProfileFile } from '@openum/testkit/fhir/profiles/load.ts';
import { describe, expect, test } from 'vitest';
import { pasOracle } from '../validator/pasOracle.ts';
import { type AnswerContext, submitResponse } from './response.ts';

const oracle = pasOracle(pasProfileFile());
const request = homeOxygenBundle();
const context = (): AnswerContext => {
  let n = 0;
  return { request, at: decidedAt, newId: () => uuidOf(`answer-${n++}`), payer: { name: 'Prairie Health Plan' } };
};

/** The fixture has one line; a case with more answers a Claim with as many. */
const requestOf = (lines: number): Json => {
  const [line] = (request.entry as { resource: Json }[])[0]!.resource.item as Json[];
  const items = Array.from({ length: lines }, (_, i) => ({ ...line, sequence: i + 1 }));
  return withAt(request, 'entry.0.resource.item', items);
};

const answerTo = (c: Case, more: Partial<AnswerContext> = {}) => {
  const bundle = submitResponse(c, { ...context(), request: requestOf(c.items.length), ...more });
  return { bundle, response: bundle.entry?.[0]?.resource as unknown as Record<string, Json[]> };
};

const collect = (value: unknown, key: string): unknown[] =>
  Array.isArray(value)
    ? value.flatMap((v) => collect(v, key))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([k, v]) => [...(k === key ? [v] : []), ...collect(v, key)])
      : [];

const codesOf = (value: unknown, system: string): string[] =>
  (collect(value, 'coding').flat() as { system?: string; code: string }[])
    .filter((c) => c.system?.endsWith(system))
    .map((c) => c.code);

const cases: readonly (readonly [string, Case, string])[] = [
  ['approved', caseOf([approved(1)]), 'A1'],
  ['partially approved', caseOf([adverse('partiallyApproved', 1)]), 'A2'],
  ['denied', caseOf([adverse('denied', 1)]), 'A3'],
  ['pended', caseOf([undefined]), 'A4'],
  ['modified', caseOf([adverse('modified', 1)]), 'A6'],
  ['cancelled', { ...caseOf([undefined]), withdrawn: { reason: 'Asked by the practice.', at: decidedAt } }, 'C'],
  ['not required', caseOf([notRequired(1)]), 'NA'],
];

describe('the answer to a request', () => {
  test.each(cases)('a line that is %s conforms to the response profile', (_, c) => {
    expect(oracle(answerTo(c).bundle, 'pas-response-bundle')).toEqual([]);
  });

  test.each(cases)('a line that is %s carries its review action code', (_, c, code) => {
    const { response } = answerTo(c);
    expect(codesOf(response.item, '/306')).toEqual([code]);
    expect(codesOf(response.adjudication, '/306')).toEqual([code]);
  });

  test('every status at once conforms too, and keeps the sequence of each line', () => {
    const c = caseOf([
      approved(1),
      adverse('partiallyApproved', 2),
      adverse('denied', 3),
      undefined,
      adverse('modified', 5),
      notRequired(6),
    ]);
    const { bundle, response } = answerTo(c);
    expect(oracle(bundle, 'pas-response-bundle')).toEqual([]);
    expect(response.item?.map((i) => i.itemSequence)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('a pended line is a complete answer, not a queued one, and names our case', () => {
    const { response } = answerTo(caseOf([undefined]));
    expect(response.outcome).toBe('complete');
    expect(collect(response.item, 'valueString')).toContain('UM-2026-000123');
    expect(codesOf(response.item, 'external/886')).toEqual(['0W']);
  });

  test('a line that waits for information says what is missing', () => {
    const c = caseOf([undefined], { informationRequests: [openInformation('Saturation at rest on room air')] });
    const { response } = answerTo(c);
    expect(codesOf(response.item, 'external/886')).toEqual(['0U']);
    expect(response.processNote?.[0]?.text).toContain('Saturation at rest on room air');
  });

  test('a denied line has a reason code and the specific reason in words with the criteria', () => {
    const { response } = answerTo(caseOf([adverse('denied', 1)]));
    expect(codesOf(response.item, 'external/886')).toEqual(['0F']);
    expect(response.item?.[0]?.noteNumber).toEqual([1]);
    expect(response.processNote?.[0]?.text).toContain('Saturation at rest is above the level');
    expect(response.processNote?.[0]?.text).toContain('NCD 240.2');
    expect(response.preAuthRef).toBeUndefined();
  });

  test('a modified line keeps what was asked in item and puts what is authorized into addItem with its own A1', () => {
    const { response } = answerTo(caseOf([adverse('modified', 1)]));
    expect(collect(response.item, 'url')).not.toContain('number');
    expect(response.addItem).toHaveLength(1);
    expect(response.addItem?.[0]).toMatchObject({ itemSequence: [1], quantity: { value: 6 } });
    expect(codesOf(response.addItem, '/306')).toEqual(['A1']);
    expect(collect(response.addItem, 'valueString')).toContain('A2026-001');
  });

  test('an approved line carries number, issue date in the zone of the plan, period and quantity', () => {
    const c = caseOf([approved(1)]);
    const late = { ...c, request: { ...c.request, zone: zoneId('Pacific/Kiritimati') } };
    expect(collect(answerTo(c).response.item, 'valueDate')).toEqual(['2026-11-23']);
    expect(collect(answerTo(late).response.item, 'valueDate')).toEqual(['2026-11-24']);
    expect(answerTo(c).response).toMatchObject({
      preAuthRef: 'A2026-001',
      preAuthPeriod: { start: '2026-12-01', end: '2027-05-31' },
    });
  });

  test('it says whether a person reviewed it, and who', () => {
    const flags = (c: Case) => collect(answerTo(c).response.extension, 'valueBoolean');
    expect(flags(caseOf([approved(1)]))).toEqual([false]);
    expect(flags(caseOf([adverse('denied', 1)]))).toEqual([true]);
    expect(collect(answerTo(caseOf([adverse('denied', 1)])).response.extension, 'valueIdentifier')).toEqual([
      { system: 'http://hl7.org/fhir/sid/us-npi', value: '1700043213' },
    ]);
  });

  test('trace numbers go back as they came', () => {
    const traces = collect(answerTo(caseOf([approved(1)])).response.item, 'valueIdentifier');
    expect(traces).toContainEqual({ system: 'https://lakeside.example.org/line', value: 'home-oxygen-1' });
  });

  test('echoed resources keep fullUrl and content', () => {
    const { bundle } = answerTo(caseOf([approved(1)]), { request });
    const sent = request.entry as { fullUrl: string; resource: unknown }[];
    expect(bundle.entry?.slice(1)).toEqual(sent);
    expect(bundle.identifier).toEqual(request.identifier);
  });

  test('a request with large files is named by identifier and not repeated', () => {
    const data = 'A'.repeat(300 * 1024);
    const at = `entry.${positionOf(request, 'DocumentReference')}.resource.content.0.attachment.data`;
    const { bundle, response } = answerTo(caseOf([approved(1)]), { request: withAt(request, at, data) });
    expect(JSON.stringify(bundle).length).toBeLessThan(20_000);
    expect(response.request).toMatchObject({ identifier: { value: 'home-oxygen-1' } });
    expect(oracle(bundle, 'pas-response-bundle')).toEqual([]);
  });

  test('a case that came by fax answers with parties from the file and the reason why no Claim is named', () => {
    const { request: _, ...without } = context();
    const bundle = submitResponse(caseOf([approved(1), adverse('denied', 2)]), without);
    expect(oracle(bundle, 'pas-response-bundle')).toEqual([]);
    expect(collect(bundle.entry?.[0]?.resource, 'valueCode')).toEqual(['not-applicable']);
  });
});
