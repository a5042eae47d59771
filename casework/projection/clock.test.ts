import { determine, voided, withdrawn } from '@openum/testkit/case/acts.ts';
import { aRequest, hcpcs, oxygenItem } from '@openum/testkit/case/request.ts';
import { after, caseOf, now, received, type Story } from '@openum/testkit/case/story.ts';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../knowledge/load.ts';
import { project } from './project.ts';

const knowledge = loadKnowledge();
const rowsOf = (story: Story) => project('case-1', caseOf(story), knowledge);

test('a clock says whose rule it is, of which line and stage, and on which local day it started', () => {
  expect(rowsOf(received()).clocks).toMatchObject([
    {
      ruleId: 'MA-PRE-STD-PA',
      authority: 'federal',
      jurisdiction: 'US-FED',
      planActs: true,
      lineOfBusiness: 'medicareAdvantage',
      stateOfIssue: 'IL',
      reviewType: 'prospective',
      urgency: 'standard',
      extended: false,
    },
  ]);
  expect(rowsOf(received()).clocks[0]).not.toHaveProperty('endedBy');
});

test.each<readonly [string, Story, string]>([
  ['taken back', after(received(), withdrawn), 'withdrawal'],
  ['entered in error', after(received(), voided), 'void'],
])('a clock of a request %s says that no act ended it', (_what, story, endedBy) => {
  expect(rowsOf(story).clocks).toMatchObject([{ metAt: now, endedBy }]);
});

test('a line keeps its first decision and when it was asked for', () => {
  const story = after(
    received(
      aRequest({ items: [oxygenItem(), oxygenItem({ sequence: 2, service: { system: hcpcs, code: 'E1392' } })] }),
    ),
    determine(),
  );
  const [first, second] = rowsOf(story).items;
  expect(first).toMatchObject({ firstOutcome: 'denied', firstDecidedAt: now, extended: false, isDrug: false });
  expect(first?.submittedAt).toBe(caseOf(story).receivedAt);
  expect(second).not.toHaveProperty('firstOutcome');
  expect(first).not.toHaveProperty('appealOutcome');
});
