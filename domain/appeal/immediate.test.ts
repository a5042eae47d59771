import { determine, referred } from '@openum/testkit/case/acts.ts';
import { appealed, levelOf } from '@openum/testkit/case/appeal.ts';
import { aRequest } from '@openum/testkit/case/request.ts';
import { after, received, when } from '@openum/testkit/case/story.ts';
import { expect, test } from 'vitest';
import { isRefusal } from '../case/refusal.ts';
import type { LineOfBusiness } from '../case/request.ts';

const urgent = { expedited: { by: 'physician', reason: 'The infusion keeps him alive.' } } as const;

/** What becomes of a wish for external review right after the denial. */
const asked = (lineOfBusiness: LineOfBusiness, stateOfIssue: string, more: object) => {
  const request = aRequest({ coverage: { ...aRequest().coverage, lineOfBusiness, stateOfIssue } });
  const denied = after(received(request), referred(), determine());
  const decided = when(denied, appealed({ level: levelOf('ACA-EXTERNAL'), ...more }));
  return isRefusal(decided) ? decided.code : decided[0]?.type;
};

test('an urgent case goes to reviewers outside at once where the state gives that right', () => {
  expect(asked('commercialInsured', 'TX', urgent)).toBe('AppealFiled');
});

test('a standard case, another state, and a self-funded plan wait for the plan’s own appeal', () => {
  expect(asked('commercialInsured', 'TX', {})).toBe('appealTooEarly');
  expect(asked('commercialInsured', 'OH', urgent)).toBe('appealTooEarly');
  expect(asked('selfFundedErisa', 'TX', urgent)).toBe('appealTooEarly');
});
