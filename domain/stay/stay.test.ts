import { coordinator, nurse, otherNurse, physician } from '@openum/testkit/case/actors.ts';
import { approval, claimedBy, denial, determine, notice, referred } from '@openum/testkit/case/acts.ts';
import { clockCalendar, clockRule } from '@openum/testkit/case/clock.ts';
import { aRequest, clock } from '@openum/testkit/case/request.ts';
import { loadAdmissions, reviewIntervals } from '@openum/testkit/case/rules.ts';
import {
  admission,
  admittedAt,
  approvedDays,
  aStay,
  continued,
  daysGranted,
  daysItem,
  discharged,
  moreDays,
} from '@openum/testkit/case/stay.ts';
import { after, by, caseOf, happened, now, received, type Story, when } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import type { Appeal } from '../appeal/appeal.ts';
import { caseStatus } from '../case/status.ts';
import { receiptOfClock } from '../clock/extension.ts';
import { addElapsed, calendarDate, type Instant, instant } from '../time/instant.ts';
import { countDays, dayStrip } from './days.ts';
import { presentStage, stayReview } from './review.ts';
import type { StayRecord } from './stay.ts';
import { stayTasks } from './task.ts';

const stayOf = (story: Story): StayRecord => {
  const { stay } = caseOf(story);
  if (!stay) throw new Error('given: there is a stay');
  return stay;
};
const strip = (story: Story, today: string) => dayStrip(caseOf(story), stayOf(story), calendarDate(today));
const states = (story: Story, today: string) =>
  strip(story, today)
    .map((d) => `${d.date.slice(8)} ${d.state}${d.delivered ? '' : ' ahead'}`)
    .join(', ');
const review = (story: Story) => stayReview(caseOf(story), stayOf(story), reviewIntervals);
const code = (story: Story, command: Parameters<typeof when>[1]) => when(story, command) as { code?: string };

const admitted = received(admission(), { clocks: [clock('clock-1', { ruleId: 'MA-CONC-INPATIENT' })] });
const approved = after(admitted, determine([approvedDays()]));
const askedAgain = after(approved, continued());

describe('the days of a stay', () => {
  test('are asked for, approved, or not reviewed, up to today', () => {
    expect(states(admitted, '2026-11-23')).toBe('23 requested, 24 requested ahead, 25 requested ahead');
    expect(states(approved, '2026-11-24')).toBe('23 approved, 24 approved, 25 approved ahead');
    expect(states(approved, '2026-11-27')).toBe(
      '23 approved, 24 approved, 25 approved, 26 notReviewed, 27 notReviewed',
    );
    expect(strip(approved, '2026-11-23')[0]).toMatchObject({ itemSequence: 1, authorizationNumber: 'PA-1' });
  });

  test('of a continued stay are lines of their own', () => {
    expect(states(askedAgain, '2026-11-26')).toBe(
      '23 approved, 24 approved, 25 approved, 26 requested, 27 requested ahead, 28 requested ahead',
    );
    const extended = after(askedAgain, determine([approvedDays(moreDays())]));
    expect(countDays(strip(extended, '2026-11-26'))).toEqual({
      approved: 6,
      requested: 0,
      denied: 0,
      continued: 0,
      delivered: 4,
      used: 4,
      unfunded: 0,
    });
  });

  test('beyond those that a physician granted are denied', () => {
    const less = denial({
      outcome: 'partiallyApproved',
      itemSequence: 2,
      authorized: {
        ...daysGranted(moreDays(), 1),
        period: { start: calendarDate('2026-11-26'), end: calendarDate('2026-11-26') },
      },
    });
    const story = after(askedAgain, determine([less]));
    expect(states(story, '2026-11-27')).toBe(
      '23 approved, 24 approved, 25 approved, 26 approved, 27 denied, 28 denied ahead',
    );
    expect(countDays(strip(story, '2026-11-27')).unfunded).toBe(1);
  });

  test('that go on during an appeal are neither denied nor without authorization, until somebody ends them', () => {
    const less = denial({
      outcome: 'partiallyApproved',
      itemSequence: 2,
      authorized: {
        ...daysGranted(moreDays(), 1),
        period: { start: calendarDate('2026-11-26'), end: calendarDate('2026-11-26') },
      },
    });
    const story = after(askedAgain, determine([less]));
    const appealed = (change: object) =>
      dayStrip(
        {
          ...caseOf(story),
          appeals: [
            {
              itemSequences: [2],
              aid: { granted: true, period: { start: calendarDate('2026-11-27') } },
              ...change,
            } as unknown as Appeal,
          ],
        },
        stayOf(story),
        calendarDate('2026-11-28'),
      );
    const shown = (change: object = {}) => appealed(change).map((d) => d.state.slice(0, 4));
    expect(shown().slice(4)).toEqual(['cont', 'cont']);
    expect(countDays(appealed({}))).toMatchObject({ continued: 2, denied: 0, unfunded: 0, used: 4 });
    expect(shown({ aidEnded: { endedOn: calendarDate('2026-11-27') } }).slice(4)).toEqual(['cont', 'deni']);
    expect(shown({ itemSequences: [1] }).slice(4)).toEqual(['deni', 'deni']);
    expect(shown({ aid: { granted: false } }).slice(4)).toEqual(['deni', 'deni']);
  });

  test('granted at a lower level of care are a modification, and shown at that level', () => {
    const line = moreDays({ levelOfCare: 'intensiveCare' });
    const lower = { ...daysGranted(line), levelOfCare: 'stepDown' };
    const story = after(approved, continued({ items: [line], levelOfCare: 'intensiveCare' }));
    expect(code(story, determine([approval({ itemSequence: 2, authorized: lower })])).code).toBe('reductionIsAdverse');
    const stepped = after(story, determine([denial({ outcome: 'modified', itemSequence: 2, authorized: lower })]));
    expect(strip(stepped, '2026-11-26')[3]).toMatchObject({ state: 'approved', level: 'stepDown' });
  });

  test('end the day before the discharge, or on the only day', () => {
    const left = instant('2026-11-25T16:00:00Z');
    expect(states(after(approved, discharged(left)), '2026-12-01')).toBe('23 approved, 24 approved, 25 approved ahead');
    const same = after(approved, discharged(instant('2026-11-23T22:00:00Z')));
    expect(strip(same, '2026-12-01').filter((d) => d.delivered)).toHaveLength(1);
  });

  test('are counted in the zone of the plan', () => {
    const night = received(admission({ stay: aStay({ admittedAt: instant('2026-11-24T05:30:00Z') }) }));
    expect(strip(night, '2026-11-23')[0]?.date).toBe('2026-11-23');
  });
});

describe('the next review', () => {
  test('comes a day before the approved days end, and says why', () => {
    expect(review(approved)).toMatchObject({
      kind: 'due',
      dueOn: '2026-11-24',
      dueAt: '2026-11-24T23:00:00.000Z',
      basis: { intervalId: 'ACUTE', because: 'coverage', approvedThrough: '2026-11-25', reviewedOn: '2026-11-23' },
    });
  });

  test('comes by the interval where more days were approved than it allows', () => {
    const week = daysItem({
      quantity: { value: 10, unit: 'd' },
      period: { start: calendarDate('2026-11-23'), end: calendarDate('2026-12-02') },
    });
    const story = after(received(admission({ items: [week] })), determine([approvedDays(week)]));
    expect(review(story)).toMatchObject({ dueOn: '2026-11-26', basis: { because: 'interval' } });
  });

  test('after days were denied comes by the interval: somebody must see whether the member has left', () => {
    const denied = after(askedAgain, determine([denial({ itemSequence: 2 })]));
    expect(review(denied)).toMatchObject({ kind: 'due', dueOn: '2026-11-26', basis: { because: 'interval' } });
  });

  test('of an admission approved weeks ahead counts from the admission', () => {
    const ahead = admission({
      reviewType: 'prospective',
      stay: aStay({ admittedAt: instant('2026-12-14T15:00:00Z') }),
    });
    const item = daysItem({ period: { start: calendarDate('2026-12-14'), end: calendarDate('2026-12-16') } });
    const story = after(received({ ...ahead, items: [item] }), determine([approvedDays(item)]));
    expect(review(story)).toMatchObject({ dueOn: '2026-12-15' });
    expect(presentStage(caseOf(story))).toBe('concurrent');
  });

  test('is no more once days are asked for, nor after the discharge', () => {
    expect(review(askedAgain)).toEqual({ kind: 'pending', itemSequences: [2] });
    const left = addElapsed(now, { hours: 1 });
    expect(review(after(approved, discharged(left)))).toEqual({ kind: 'discharged', at: left });
    const back = by(nurse, { type: 'CancelDischarge', reason: 'The message named another patient.' }, left);
    expect(review(after(approved, discharged(left), back)).kind).toBe('due');
  });

  test('stands as a task by itself, with the update that it needs', () => {
    const tasks = stayTasks(caseOf(approved), reviewIntervals);
    expect(tasks.map((t) => t.stepId)).toEqual(['continuedStayReview', 'clinicalUpdate']);
    const told = after(
      approved,
      by(
        nurse,
        {
          type: 'RecordClinicalUpdate',
          updateId: 'update-1',
          summary: 'Off oxygen at rest.',
          from: 'Case management of the hospital',
          channel: 'phone',
          receivedAt: addElapsed(now, { hours: 2 }),
          documents: [],
        },
        addElapsed(now, { hours: 2 }),
      ),
    );
    expect(stayTasks(caseOf(told), reviewIntervals).map((t) => t.stepId)).toEqual(['continuedStayReview']);
  });
});

describe('a continued-stay request', () => {
  const at = (c: Story, clockId: string, moment: Instant) => {
    const started = caseOf(c).clocks.find((k) => k.clockId === clockId);
    if (!started) throw new Error(`no clock ${clockId}`);
    return receiptOfClock(caseOf(c), { started, rule: clockRule(started.ruleId), calendar: clockCalendar }, moment);
  };
  const letters = (itemSequences: readonly number[], moment: Instant) =>
    by(
      { kind: 'system', component: 'notices' },
      {
        type: 'RecordNotices',
        notices: (['member', 'provider'] as const).map((audience) =>
          notice({ kind: 'approval', noticeId: `n-${itemSequences}-${audience}`, audience, itemSequences }),
        ),
      },
      moment,
    );
  const met = after(approved, letters([1], now));
  const later = addElapsed(now, { hours: 24 });
  const again = after(met, continued({}, nurse, later));

  test('starts clocks that wait for its lines alone; those before stay met', () => {
    expect(at(met, 'clock-1', now).state).toBe('met');
    expect(at(again, 'clock-1', later)).toEqual(at(met, 'clock-1', later));
    expect(caseOf(again).clocks.map((k) => [k.clockId, k.itemSequences])).toEqual([
      ['clock-1', undefined],
      ['clock-2', [2]],
    ]);
    expect(caseOf(again).supersededClocks).toEqual([]);
    expect(at(again, 'clock-2', later)).toMatchObject({ state: 'running', dueAt: addElapsed(later, { hours: 72 }) });
  });

  test('leaves clocks running that still wait for the first days', () => {
    const both = after(admitted, continued());
    const first = after(both, determine([approvedDays()]), letters([1], now));
    expect(at(first, 'clock-1', now).state).toBe('met');
    expect(at(first, 'clock-2', now).state).toBe('running');
    const second = after(first, determine([approvedDays(moreDays())]), letters([2], addElapsed(now, { hours: 3 })));
    expect(at(second, 'clock-2', later)).toMatchObject({ state: 'met', metAt: addElapsed(now, { hours: 3 }) });
    expect(at(second, 'clock-1', later).metAt).toBe(now);
  });

  test('makes the case new work, at the concurrent stage, whatever was reviewed before', () => {
    expect(caseStatus(caseOf(met))).toBe('determined');
    expect(caseStatus(caseOf(again))).toBe('received');
    expect(presentStage(caseOf(again))).toBe('concurrent');
  });

  test('finds the case with its reviewer: a physician hands the stay back with the last line that is decided', () => {
    const referredStay = after(admitted, claimedBy(nurse), referred(), claimedBy(physician));
    expect(happened(when(referredStay, determine([approvedDays()]))).at(-1)).toMatchObject({
      type: 'Assigned',
      data: { to: { userId: 'nurse' }, from: { userId: 'physician' } },
    });
    const decided = after(referredStay, determine([approvedDays()]));
    expect(caseOf(after(decided, continued())).assignee?.userId).toBe('nurse');
  });

  test('stays with whoever was given the stay between two reviews', () => {
    const story = after(
      admitted,
      claimedBy(nurse),
      referred(),
      claimedBy(physician),
      determine([approvedDays()]),
      by(coordinator, { type: 'Assign', to: { userId: otherNurse.userId, name: otherNurse.name } }),
      continued(),
    );
    expect(caseOf(story).assignee?.userId).toBe('other-nurse');
  });

  test('leaves a case that is no stay with the physician who decided it', () => {
    const story = after(received(), claimedBy(nurse), referred(), claimedBy(physician), determine([denial()]));
    expect(caseOf(story).assignee?.userId).toBe('physician');
  });

  test('asks for no day twice, unless it is a day at another level', () => {
    expect(code(askedAgain, continued({ requestId: 'r2', items: [moreDays({ sequence: 3 })] })).code).toBe(
      'daysAlreadyAsked',
    );
    const again = moreDays({ period: { start: calendarDate('2026-11-24'), end: calendarDate('2026-11-27') } });
    expect(code(approved, continued({ items: [again] })).code).toBe('daysAlreadyAsked');
    const higher = { ...again, levelOfCare: 'intensiveCare' };
    expect(code(approved, continued({ items: [higher], levelOfCare: 'intensiveCare' })).code).toBeUndefined();
  });

  test.each([
    ['no clinical update', { clinicalUpdate: ' ' }, 'fieldMissing'],
    ['nobody who asked', { requestedBy: '' }, 'fieldMissing'],
    ['a receipt that is still to come', { receivedAt: addElapsed(now, { hours: 1 }) }, 'receiptInFuture'],
    ['no line', { items: [] }, 'itemsMissing'],
    ['a line that the case has', { items: [moreDays({ sequence: 1 })] }, 'itemRepeated'],
    ['a line of another stage', { items: [moreDays({ reviewType: 'prospective' })] }, 'fieldInvalid'],
    [
      'days before the admission',
      { items: [moreDays({ period: { start: calendarDate('2026-11-20'), end: calendarDate('2026-11-21') } })] },
      'fieldInvalid',
    ],
  ])('is refused with %s', (_name, change, expected) => {
    expect(code(approved, continued(change)).code).toBe(expected);
  });

  test('is refused after the discharge, which is named', () => {
    const left = after(approved, discharged(now));
    expect(code(left, continued())).toMatchObject({ code: 'stayEnded' });
  });
});

describe('what is recorded of a stay', () => {
  const later = addElapsed(now, { hours: 5 });

  test('begins with the request or later, once', () => {
    const begin = by(nurse, { type: 'BeginStay', stay: aStay() });
    expect(code(admitted, begin).code).toBe('stayExists');
    expect(caseOf(after(received(aRequest()), begin)).stay?.facility.name).toBe('Peoria General Hospital');
    expect(code(received(aRequest()), discharged(now)).code).toBe('stayMissing');
  });

  test('the level of care has a history that keeps its moments', () => {
    const change = (to: string, effectiveAt: Instant) =>
      by(nurse, { type: 'ChangeLevelOfCare', to, effectiveAt, reason: 'Stable since the morning.' }, later);
    const story = after(admitted, change('intensiveCare', now), change('stepDown', later));
    expect(stayOf(story).levels.map((l) => l.level)).toEqual(['medicalSurgical', 'intensiveCare', 'stepDown']);
    expect(code(story, change('stepDown', later)).code).toBe('levelUnchanged');
    expect(code(story, change('intensiveCare', addElapsed(admittedAt, { hours: -1 }))).code).toBe('fieldInvalid');
    expect(code(story, change('intensiveCare', addElapsed(later, { hours: 1 }))).code).toBe('fieldInvalid');
    const known = loadAdmissions().levelsOfCare.map((l) => l.code);
    expect(stayOf(story).levels.every((l) => known.includes(l.level))).toBe(true);
  });

  test('a discharge is corrected by a further event with its reason', () => {
    const story = after(admitted, discharged(now));
    expect(code(story, discharged(later)).code).toBe('fieldMissing');
    const corrected = after(story, discharged(later, later, 'The hospital sent the wrong hour.'));
    expect(stayOf(corrected).discharge?.dischargedAt).toBe(later);
    expect(corrected.events.map((e) => e.type)).toContain('DischargeRecorded');
    expect(code(admitted, discharged(addElapsed(admittedAt, { hours: -1 }), now)).code).toBe('fieldInvalid');
    expect(code(admitted, discharged(later, now)).code).toBe('fieldInvalid');
  });

  test('a member who is not ready has something in the way', () => {
    const assess = (barriers: readonly 'placement'[], expected?: string) =>
      by(nurse, {
        type: 'AssessTransition',
        readiness: 'notReady',
        barriers,
        ...(expected ? { expectedDischargeOn: calendarDate(expected) } : {}),
      });
    expect(code(admitted, assess([])).code).toBe('fieldMissing');
    expect(code(admitted, assess(['placement'], '2026-11-01')).code).toBe('fieldInvalid');
    expect(stayOf(after(admitted, assess(['placement'], '2026-11-28'))).assessments).toHaveLength(1);
  });

  test('a cancelled admission takes back what nobody has decided, and the request when nothing was', () => {
    const cancel = by(nurse, { type: 'CancelAdmission', reason: 'Registered in error.' });
    expect(caseStatus(caseOf(after(admitted, cancel)))).toBe('withdrawn');
    const story = after(askedAgain, cancel);
    expect(caseStatus(caseOf(story))).toBe('determined');
    expect(caseOf(story).items.map((i) => i.cancelled)).toEqual([false, true]);
    const started = caseOf(story).clocks.find((k) => k.clockId === 'clock-2');
    if (!started) throw new Error('given');
    const clockOf = { started, rule: clockRule('MA-CONC-INPATIENT'), calendar: clockCalendar };
    expect(receiptOfClock(caseOf(story), clockOf, later)).toMatchObject({ state: 'met', metAt: now });
    expect(review(story)).toEqual({ kind: 'closed' });
  });

  test('days that are taken back leave the stay, its approved days and its next review as they were', () => {
    const back = by(nurse, { type: 'Withdraw', requestedBy: 'Hospital', reason: 'Goes home tomorrow.' }, later);
    const story = after(askedAgain, back);
    expect(caseStatus(caseOf(story))).toBe('determined');
    expect(caseOf(story).items.map((i) => i.cancelled)).toEqual([false, true]);
    expect(review(story)).toEqual(review(approved));
    const started = caseOf(story).clocks.find((k) => k.clockId === 'clock-2');
    if (!started) throw new Error('given');
    const clockOf = { started, rule: clockRule('MA-CONC-INPATIENT'), calendar: clockCalendar };
    expect(receiptOfClock(caseOf(story), clockOf, later)).toMatchObject({ state: 'met', metAt: later });
    expect(
      code(story, continued({ requestId: 'r2', items: [moreDays({ sequence: 3 })] }, nurse, later)).code,
    ).toBeUndefined();
    expect(caseStatus(caseOf(after(admitted, back)))).toBe('withdrawn');
  });

  test('an admission is corrected with the reason, and its first level begins with it', () => {
    const earlier = addElapsed(admittedAt, { hours: -6 });
    const correct = by(nurse, { type: 'CorrectAdmission', admittedAt: earlier, reason: 'Admitted from observation.' });
    expect(stayOf(after(admitted, correct))).toMatchObject({ admittedAt: earlier, levels: [{ since: earlier }] });
    expect(code(admitted, by(nurse, { type: 'CorrectAdmission', reason: 'x' })).code).toBe('fieldMissing');
  });
});
