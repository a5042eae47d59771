import { aRequest } from '@openum/testkit/case/request.ts';
import { caseOf, received } from '@openum/testkit/case/story.ts';
import { expect, test } from 'vitest';
import { part2Statement } from './access.ts';

const withDiagnosis = (code: string) =>
  caseOf(received(aRequest({ diagnoses: [{ sequence: 1, code, principal: true }] })));

test('a record that points to substance use treatment goes with the statement of 42 CFR 2.32', () => {
  expect(part2Statement(withDiagnosis('F11.20'))).toContain('42 CFR part 2 prohibits');
  expect(part2Statement(withDiagnosis('F11.20'))).toContain('42 CFR 2.32');
});

test('any other record goes without', () => {
  expect(part2Statement(withDiagnosis('J44.9'))).toBeUndefined();
});
