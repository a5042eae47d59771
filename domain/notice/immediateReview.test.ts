import { letterCase, letterContext, letterTemplate, sampleDenial } from '@openum/testkit/notice/letterCase.ts';
import { expect, test } from 'vitest';
import { isRefusal } from '../case/refusal.ts';
import type { LineOfBusiness } from '../case/request.ts';
import { composeNotice } from './compose.ts';
import type { NoticeAudience } from './document.ts';

const letter = (line: LineOfBusiness, state: string, audience: NoticeAudience) => {
  const sample = letterCase(line, [sampleDenial]);
  const coverage = { ...sample.request.coverage, stateOfIssue: state };
  const theCase = { ...sample, request: { ...sample.request, coverage } };
  const template = letterTemplate('adverseDetermination', audience, line);
  const composed = composeNotice(theCase, [1], 'adverseDetermination', audience, template, letterContext(line));
  if (isRefusal(composed)) throw new Error(composed.code);
  return composed;
};
const said = (line: LineOfBusiness, state: string, audience: NoticeAudience) =>
  JSON.stringify(letter(line, state, audience).sections);
const toMember = 'you do not have to appeal to us first';

test.each(['commercialInsured', 'qhp'] as const)(
  '%s in Texas: the denial says that reviewers outside can be asked at once',
  (line) => {
    expect(said(line, 'TX', 'member')).toContain(toMember);
    expect(said(line, 'TX', 'provider')).toContain('Tex. Ins. Code 4201.360');
    expect(letter(line, 'TX', 'member').readingGrade).toBeLessThanOrEqual(8);
  },
);

test('elsewhere, and where state law does not reach, it does not', () => {
  expect(said('commercialInsured', 'OH', 'member')).not.toContain(toMember);
  expect(said('selfFundedErisa', 'TX', 'member')).not.toContain(toMember);
  expect(said('medicareAdvantage', 'TX', 'member')).not.toContain(toMember);
});
