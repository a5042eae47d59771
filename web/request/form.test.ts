import type { ServiceHit } from '@openum/http/contract/request.ts';
import { portalRequest } from '@openum/http/contract/request.ts';
import { describe, expect, test } from 'vitest';
import { askKey, asksOf, emptyDraft, type RequestDraft, requestBody, requestProblems, typedDiagnosis } from './form.ts';

const id = '00000000-0000-4000-8000-000000000001';
const pao2 = {
  key: 'lab.pao2',
  label: 'Blood oxygen',
  kind: 'quantity',
  unit: 'mm[Hg]',
  qualifiers: { state: 'rest' },
} as const;
const oxygen: ServiceHit = {
  system: 's',
  code: 'E1390',
  label: 'Oxygen concentrator',
  category: 'dme',
  unit: 'month',
  authorizationRequired: true,
  asks: [pao2, { key: 'dx.copd', label: 'COPD', kind: 'boolean' }],
};
const complete = (part: Partial<RequestDraft> = {}): RequestDraft => ({
  ...emptyDraft(id),
  member: {
    memberId: 'm1',
    memberNumber: 'M1',
    name: 'Vega, Rosa',
    birthDate: '1950-01-01',
    sex: 'female',
    planName: 'P',
    lineOfBusiness: 'medicareAdvantage',
  },
  requesting: { npi: '1234567893', name: 'Clinic', kind: 'organization' },
  diagnoses: [{ code: 'J44.9', label: 'COPD' }],
  items: [{ service: oxygen, units: '3', start: '2026-12-01', end: '2027-02-28' }],
  ...part,
});
const paths = (d: RequestDraft) => requestProblems(d).map((p) => p.path);

describe('the request form', () => {
  test('when complete it makes a body that the contract takes', () => {
    expect(paths(complete())).toEqual([]);
    expect(portalRequest.safeParse(requestBody(complete(), [])).success).toBe(true);
  });

  test('names each field that is missing', () => {
    expect(paths(emptyDraft(id)).sort()).toEqual(['diagnoses', 'items', 'memberId', 'requestingProviderNpi']);
  });

  test('asks an expedited request for its ground and for the attestation', () => {
    expect(paths(complete({ urgency: 'expedited' }))).toEqual(['urgencyBasis', 'urgencyAttested']);
  });

  test.each([
    [{ units: '0' }, 'items.0.quantity'],
    [{ units: 'many' }, 'items.0.quantity'],
    [{ start: '' }, 'items.0.start'],
    [{ end: '2026-11-30' }, 'items.0.end'],
  ])('finds what is wrong with an item %o', (part, path) => {
    const [item] = complete().items;
    expect(paths(complete({ items: [{ ...item!, ...part }] }))).toEqual([path]);
  });

  test('sends the answers that were given, and leaves the others unknown', () => {
    const answers = { [askKey(pao2)]: { value: '54', at: '2026-11-18' } };
    expect(requestBody(complete({ answers }), []).facts).toEqual([
      {
        key: 'lab.pao2',
        value: { kind: 'quantity', value: 54, unit: 'mm[Hg]' },
        at: '2026-11-18',
        qualifiers: { state: 'rest' },
      },
    ]);
  });

  test('does not send a number that is none, and says so', () => {
    const answers = { [askKey(pao2)]: { value: 'low', at: '' } };
    expect(requestBody(complete({ answers }), []).facts).toEqual([]);
    expect(paths(complete({ answers }))).toEqual([`facts.${askKey(pao2)}`]);
  });

  test('asks the same question once for two services', () => {
    const [item] = complete().items;
    expect(asksOf([item!, item!])).toEqual(oxygen.asks);
  });
});

test.each([
  ['j9611', 'J96.11'],
  ['J96.11', 'J96.11'],
  [' i10 ', 'I10'],
])('%s is the diagnosis %s', (text, code) => {
  expect(typedDiagnosis(text)?.code).toBe(code);
});

test.each(['', 'copd', 'U07.1', 'J9'])('%s is no diagnosis code', (text) => {
  expect(typedDiagnosis(text)).toBeUndefined();
});
