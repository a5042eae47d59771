import { nurse, person } from '@openum/testkit/case/actors.ts';
import { determine, voided } from '@openum/testkit/case/acts.ts';
import { after, by, caseOf, happened, now, received, type Story, when } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../case/refusal.ts';
import { addElapsed } from '../time/instant.ts';
import { answerDueAt, caseManagementTasks, referralStatus } from './referral.ts';

const coordinator = person('cm', ['caseManagementCoordinator']);
const referred = (change: object = {}) =>
  by(nurse, {
    type: 'ReferToCaseManagement',
    referralId: 'r1',
    reason: 'complexDischarge',
    priority: 'urgent',
    summary: 'Lives alone on the third floor; oxygen at home is new.',
    ...change,
  });
const accepted = by(coordinator, { type: 'AcceptCaseManagement', referralId: 'r1', goals: ['Oxygen set up at home'] });
const closed = by(coordinator, {
  type: 'CloseCaseManagement',
  referralId: 'r1',
  outcome: 'goalsMet',
  reason: 'Set up and understood.',
});
const code = (story: Story, command: Parameters<typeof when>[1]) => {
  const decided = when(story, command);
  return isRefusal(decided) ? decided.code : 'done';
};
const steps = (story: Story) => caseManagementTasks(caseOf(story)).map((t) => t.stepId);

describe('a hand-off to case management', () => {
  test('is referred, accepted with goals and closed with what became of it, and each stays in the record', () => {
    const story = after(received(), referred(), accepted, closed);
    const [r] = caseOf(story).caseManagement;
    expect(r && referralStatus(r)).toBe('closed');
    expect(r?.accepted?.goals).toEqual(['Oxygen set up at home']);
    expect(r?.closed).toMatchObject({ outcome: 'goalsMet', reason: 'Set up and understood.' });
    expect(happened(when(received(), referred()))[0]?.type).toBe('CaseManagementReferred');
  });

  test('has one task at a time: to answer, then to close, then none', () => {
    expect(steps(received())).toEqual([]);
    expect(steps(after(received(), referred()))).toEqual(['caseManagementAnswer']);
    expect(steps(after(received(), referred(), accepted))).toEqual(['caseManagementClose']);
    expect(steps(after(received(), referred(), accepted, closed))).toEqual([]);
  });

  test('is answered within a day when urgent and within three when routine', () => {
    const due = (priority: string) => {
      const [r] = caseOf(after(received(), referred({ priority }))).caseManagement;
      return r && answerDueAt(r);
    };
    expect(due('urgent')).toBe(addElapsed(now, { hours: 24 }));
    expect(due('routine')).toBe(addElapsed(now, { hours: 72 }));
  });

  test('changes no decision and waits for none', () => {
    const determined = after(received(), determine());
    const handed = after(determined, referred(), accepted, closed);
    expect(caseOf(handed).items).toEqual(caseOf(determined).items);
    expect(caseOf(handed).clocks).toEqual(caseOf(determined).clocks);
  });

  test('is not referred twice for the same reason while open, and may be again once closed', () => {
    const open = after(received(), referred());
    expect(code(open, referred({ referralId: 'r2' }))).toBe('caseManagementReferred');
    expect(code(open, referred({ referralId: 'r2', reason: 'socialNeeds' }))).toBe('done');
    expect(code(after(open, accepted, closed), referred({ referralId: 'r2' }))).toBe('done');
  });

  test.each([
    ['a summary is missing', received(), referred({ summary: ' ' }), 'fieldMissing'],
    ['the referral is unknown', received(), accepted, 'caseManagementUnknown'],
    ['no goal is named', after(received(), referred()), { ...accepted, goals: [' '] }, 'fieldMissing'],
    ['it was accepted before', after(received(), referred(), accepted), accepted, 'caseManagementAccepted'],
    ['goals are said to be met that nobody set', after(received(), referred()), closed, 'fieldInvalid'],
    ['it is closed', after(received(), referred(), accepted, closed), closed, 'caseManagementClosed'],
    ['a nurse accepts it', after(received(), referred()), { ...accepted, actor: nurse }, 'roleMissing'],
    ['the case was entered in error', after(received(), voided), referred(), 'notAllowedInStatus'],
  ] as const)('is refused when %s', (_, story, command, expected) => {
    expect(code(story, command as Parameters<typeof when>[1])).toBe(expected);
  });
});
