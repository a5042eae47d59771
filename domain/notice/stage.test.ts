import { letterCase, letterContext, letterTemplate, sampleDenial } from '@openum/testkit/notice/letterCase.ts';
import { expect, test } from 'vitest';
import { isRefusal } from '../case/refusal.ts';
import type { ReviewType } from '../case/request.ts';
import { composeNotice } from './compose.ts';
import type { NoticeAudience } from './document.ts';

const line = 'medicareAdvantage';

const letter = (reviewType: ReviewType, audience: NoticeAudience): string => {
  const sample = letterCase(line, [sampleDenial]);
  const theCase = { ...sample, request: { ...sample.request, reviewType } };
  const template = letterTemplate('adverseDetermination', audience, line);
  const composed = composeNotice(theCase, [1], 'adverseDetermination', audience, template, letterContext(line));
  if (isRefusal(composed)) throw new Error(composed.code);
  return JSON.stringify(composed);
};

test.each<readonly [ReviewType, NoticeAudience, string]>([
  ['concurrent', 'member', 'reviewed while care is given'],
  ['concurrent', 'provider', 'concurrent review'],
  ['retrospective', 'member', 'reviewed after care was given'],
  ['retrospective', 'provider', 'retrospective review'],
])('a letter about a %s denial tells the %s the stage', (stage, audience, words) => {
  expect(letter(stage, audience)).toContain(words);
});

test('a letter about a denial before the care needs no word for it', () => {
  expect(letter('prospective', 'provider')).not.toMatch(/concurrent review|retrospective review/);
});
