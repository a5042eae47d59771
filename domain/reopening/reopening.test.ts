import { coordinator, nurse, physician } from '@openum/testkit/case/actors.ts';
import { approval, denial, determine } from '@openum/testkit/case/acts.ts';
import { anyCommand } from '@openum/testkit/case/arbitrary/command.ts';
import { aRequest, clock, granted } from '@openum/testkit/case/request.ts';
import { calendarById, turnaroundRules } from '@openum/testkit/case/rules.ts';
import { after, by, caseOf, now, received, type Story, when } from '@openum/testkit/case/story.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseCommand, CommandOf } from '../case/command.ts';
import { decide } from '../case/decide.ts';
import { evolve } from '../case/evolve.ts';
import { isRefusal } from '../case/refusal.ts';
import type { AuthorizationRequest } from '../case/request.ts';
import type { Case } from '../case/state.ts';
import { caseStatus } from '../case/status.ts';
import { compareToRequest } from '../determination/compare.ts';
import { isAdverse } from '../determination/determination.ts';
import { addElapsed } from '../time/instant.ts';
import { approvalLocks } from './lock.ts';

const inpatient = (change: Partial<AuthorizationRequest> = {}) => aRequest({ setting: 'inpatient', ...change });
const approved = (request: AuthorizationRequest = inpatient()): Story =>
  after(received(request), determine([approval()]));
const locksIn = (story: Story) => approvalLocks(caseOf(story), turnaroundRules, calendarById);

const reopen = (story: Story, change: Partial<CommandOf<'ReopenItem'>> = {}): CommandOf<'ReopenItem'> => ({
  type: 'ReopenItem',
  actor: physician,
  now,
  itemSequence: 1,
  ground: 'obviousError',
  reason: 'The days of another member were approved under this number.',
  evidence: ['original'],
  locks: locksIn(story),
  requirement: { licence: 'memberState', citation: 'test' },
  clocks: [clock('clock-2')],
  ...change,
});
const insured = (stateOfIssue: string): AuthorizationRequest => {
  const { coverage } = aRequest();
  return aRequest({ coverage: { ...coverage, lineOfBusiness: 'commercialInsured', stateOfIssue } });
};

describe('what an approval binds the plan to', () => {
  test('an inpatient stay of Medicare Advantage for good, but for obvious error and fraud', () => {
    expect(locksIn(approved())).toEqual([
      {
        itemSequence: 1,
        ruleId: 'MA-INPATIENT-LOCK',
        ruleVersion: '2026-11-22',
        citation: expect.stringContaining('422.138(c)'),
        exceptions: ['obviousError', 'fraud'],
      },
    ]);
    expect(locksIn(approved(aRequest()))).toEqual([]);
    expect(locksIn(received(inpatient()))).toEqual([]);
  });

  test('in Georgia for 45 business days', () => {
    expect(locksIn(approved(insured('GA')))).toMatchObject([
      { ruleId: 'GA-APPROVAL-LOCK', until: '2027-01-30T05:59:59.999Z' },
    ]);
    expect(locksIn(approved(insured('IL')))).toEqual([]);
  });
});

describe('opening a decided line again', () => {
  test('needs a ground that every lock lets pass', () => {
    const story = approved();
    expect(when(story, reopen(story, { ground: 'newEvidence' }))).toMatchObject({
      code: 'approvalLocked',
      facts: { item: 1, exceptions: ['obviousError', 'fraud'] },
    });
    const state = caseOf(after(story, reopen(story)));
    expect(state.items[0]).toMatchObject({ earlierDeterminations: [{ outcome: 'approved' }] });
    expect(state.items[0]).not.toHaveProperty('determination');
    expect(caseStatus(state)).not.toBe('determined');
    expect(state.clocks).toMatchObject([{ clockId: 'clock-2', itemSequences: [1] }]);
    expect(state.supersededClocks).toMatchObject([{ clockId: 'clock-1' }]);
  });

  test('an ended lock binds no more', () => {
    const story = approved(insured('GA'));
    const later = addElapsed(now, { hours: 24 * 100 });
    const late = { ground: 'newEvidence', now: later } as const;
    expect(when(story, reopen(story, { ground: 'newEvidence' }))).toMatchObject({ code: 'approvalLocked' });
    expect(isRefusal(when(story, reopen(story, late)))).toBe(false);
  });

  test.each<readonly [string, Partial<CommandOf<'ReopenItem'>>, string]>([
    ['without a reason', { reason: ' ' }, 'fieldMissing'],
    ['without evidence', { evidence: [] }, 'fieldMissing'],
    ['on evidence that is not in the case', { evidence: ['elsewhere'] }, 'documentUnknown'],
    ['of a line that is not there', { itemSequence: 9 }, 'itemUnknown'],
    ['by a nurse', { actor: nurse }, 'roleMissing'],
    ['by a coordinator', { actor: coordinator }, 'roleMissing'],
    ['by a system', { actor: { kind: 'system', component: 'rules' } }, 'personRequired'],
    ['by a director without a profession', { actor: { ...nurse, roles: ['medicalDirector'] } }, 'notQualified'],
  ])('is refused %s', (_name, change, code) => {
    const story = approved();
    expect(when(story, reopen(story, change))).toMatchObject({ code });
  });

  test('is for what was granted: a denial is taken up by an appeal', () => {
    const denied = after(received(inpatient()), determine());
    expect(when(denied, reopen(denied))).toMatchObject({ code: 'notReopenable' });
    expect(when(received(inpatient()), reopen(denied))).toMatchObject({ code: 'notReopenable' });
  });
});

describe('deciding again against what was approved', () => {
  const revised = (story: Story): Story =>
    after(
      story,
      by(
        { kind: 'client', clientId: 'clinic-ehr', name: 'Clinic record system' },
        {
          type: 'ReviseRequest',
          items: inpatient().items.map((i) => ({ ...i, quantity: { value: 5, unit: 'mo' } })),
          diagnoses: inpatient().diagnoses,
          messageId: 'm2',
          clocks: [clock('clock-2')],
          documents: [],
          facts: [],
          replaces: [],
          evaluations: [],
          automatic: [],
        },
      ),
    );

  test('is refused when the sender asks for more and gets less than before', () => {
    const story = revised(approved());
    const approvalLocksNow = locksIn(story);
    expect(when(story, determine([denial()], { approvalLocks: approvalLocksNow }))).toMatchObject({
      code: 'approvalLocked',
    });
    const asBefore = denial({ outcome: 'partiallyApproved', authorized: granted() });
    expect(isRefusal(when(story, determine([asBefore], { approvalLocks: approvalLocksNow })))).toBe(false);
  });

  test('may follow a reopening for a ground that the lock lets pass', () => {
    const story = approved();
    const open = after(story, reopen(story));
    expect(isRefusal(when(open, determine([denial()], { approvalLocks: locksIn(open) })))).toBe(false);
  });
});

/** What was last granted for a line, and whether a lawful reopening came after it. */
const takenBack = (c: Case): boolean =>
  c.items.some((item) => {
    const all = [...item.earlierDeterminations, ...(item.determination ? [item.determination] : [])];
    return all.some((later, at) => {
      const before = all.slice(0, at).findLast((d) => d.outcome === 'approved');
      if (before?.outcome !== 'approved' || !isAdverse(later)) return false;
      const lawful = c.reopenings.some(
        (r) => r.itemSequence === item.sequence && ['obviousError', 'fraud'].includes(r.ground),
      );
      if (lawful) return false;
      if (!later.authorized) return true;
      const { service, period, quantity } = before.authorized;
      const { levelOfCare: _, quantity: __, ...line } = item;
      const asked = { ...line, service, period, ...(quantity ? { quantity } : {}) };
      const { lessThanRequested, otherService } = compareToRequest(asked, later.authorized);
      return lessThanRequested || otherService;
    });
  });

test('no course of events takes back an approved inpatient stay of Medicare Advantage without obvious error or fraud', () => {
  fc.assert(
    fc.property(fc.array(anyCommand, { maxLength: 25 }), (commands) => {
      let state = caseOf(approved());
      for (const drawn of commands) {
        const locks = approvalLocks(state, turnaroundRules, calendarById);
        const command: CaseCommand =
          drawn.type === 'DetermineItems' || drawn.type === 'ReduceAuthorization'
            ? { ...drawn, approvalLocks: locks }
            : drawn.type === 'ReopenItem'
              ? { ...drawn, locks }
              : drawn;
        const events = decide(command, state);
        if (!isRefusal(events)) state = events.reduce((s, e) => evolve(s, e) as Case, state);
      }
      // Appeals and reconsiderations only ever give more; what they decide is another subject's.
      expect(takenBack(state)).toBe(false);
    }),
    { numRuns: 500 },
  );
});
