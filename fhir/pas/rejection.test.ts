import { instant } from '@openum/domain/time/instant.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { uuidOf } from '@openum/testkit/fhir/id.ts';
import { pasProfileFile } from '@openum/testkit/fhir/profiles/load.ts';
import { describe, expect, test } from 'vitest';
import { pasOracle } from '../validator/pasOracle.ts';
import { operationOutcome } from './outcome.ts';
import { type RejectionReason, rejection, rejectionResponse } from './rejection.ts';
import catalogue from './rejections.json' with { type: 'json' };
import { checkSubmission } from './validate/submit.ts';

const oracle = pasOracle(pasProfileFile());
const context = {
  request: homeOxygenBundle(),
  at: instant('2026-11-20T10:00:06Z'),
  newId: () => uuidOf('rejection'),
  payer: { name: 'Prairie Health Plan' },
};
const reasons = Object.keys(catalogue) as RejectionReason[];

describe('a business rejection', () => {
  test.each(reasons)('%s conforms to the response profile', (reason) => {
    expect(oracle(rejectionResponse(rejection([reason]), context), 'pas-response-bundle')).toEqual([]);
  });

  test('it is an answer with outcome error that names code, follow-up, element, path and text', () => {
    const bundle = rejectionResponse(rejection(['memberNotFound', 'providerNotOnFile']), context);
    expect(bundle.entry?.[0]?.resource).toMatchObject({
      outcome: 'error',
      error: [
        { code: { coding: [{ system: 'https://codesystem.x12.org/005010/901', code: '75' }] } },
        { code: { coding: [{ code: '51' }] } },
      ],
      processNote: [{ number: 1 }, { number: 2 }],
    });
    const text = JSON.stringify(bundle.entry?.[0]?.resource);
    expect(text).toContain('2010C-NM109');
    expect(text).toContain('Bundle.entry[0].resource.patient');
    expect(text).toContain('https://codesystem.x12.org/005010/889');
  });

  test('it needs an error and a Bundle that could be read', () => {
    expect(() => rejectionResponse([], context)).toThrow(RangeError);
    expect(() => rejectionResponse(rejection(['memberNotFound']), { ...context, request: {} })).toThrow(RangeError);
  });
});

describe('a Bundle that cannot be processed', () => {
  test('gives one OperationOutcome with severity, code, details and expression', () => {
    const result = checkSubmission({ resourceType: 'Bundle' });
    const outcome = operationOutcome(result.kind === 'unprocessable' ? result.issues : []);
    expect(outcome.issue).toContainEqual({
      severity: 'error',
      code: 'value',
      details: { text: 'type must be collection' },
      diagnostics: 'type must be collection',
      expression: ['Bundle.type'],
    });
  });
});
