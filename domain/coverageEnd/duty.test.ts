import { nurse } from '@openum/testkit/case/actors.ts';
import { approvedStay, given, plannedEnd, reviewAsked, rules } from '@openum/testkit/case/coverageEnd.ts';
import { aRequest } from '@openum/testkit/case/request.ts';
import { after, by, caseOf, received, type Story } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import { addDays, addElapsed, calendarDate, instant, startOfDay } from '../time/instant.ts';
import { standingEnds } from './coverageEnd.ts';
import { coverageContinues, coverageEndTasks, dutyState, noticeDuties, qioAnswerBy, qioRequestBy } from './duty.ts';

/** Admitted on Monday, 23 November 2026, at nine in Chicago; the discharge is planned for Friday the 27th. */
const duties = (story: Story) => noticeDuties(caseOf(story), rules);
const dutyOf = (story: Story, notice: string) => duties(story).find((d) => d.notice === notice);
const local = (text: string) => instant(`${text}-06:00`);
const end = (story: Story) => {
  const [only] = standingEnds(caseOf(story));
  if (!only) throw new Error('given: no end stands');
  return only;
};
const skilledNursing = { setting: 'skilledNursing' } as const;
const nonCoverage = plannedEnd({ route: 'nonCoverage' });

describe('the Important Message', () => {
  test('is owed by the end of the second day after an inpatient admission (42 CFR 422.620(b))', () => {
    const duty = dutyOf(approvedStay(), 'im');
    expect(duty?.dueAt).toBe(local('2026-11-25T23:59:59.999'));
    expect(duty?.owedBy).toBe('facility');
  });

  test('is not owed for a skilled nursing stay, nor to a member of a commercial plan', () => {
    expect(duties(approvedStay(skilledNursing))).toEqual([]);
    const commercial = { ...aRequest().coverage, lineOfBusiness: 'commercialInsured' } as const;
    expect(duties(approvedStay({ coverage: commercial }))).toEqual([]);
  });

  test('counts as late when it was handed over after its moment, and stays in the list', () => {
    const late = local('2026-11-26T10:00:00');
    const duty = dutyOf(after(approvedStay(), given({ deliveredAt: late })), 'im');
    expect(duty && dutyState(duty, late)).toBe('deliveredLate');
  });

  test('needs a copy before the discharge unless the first was given within two days of it', () => {
    const early = after(approvedStay(), given({ deliveredAt: local('2026-11-23T18:00:00') }), plannedEnd());
    expect(dutyOf(early, 'imCopy')).toMatchObject({
      notBefore: startOfDay(addDays(calendarDate('2026-11-27'), -2), caseOf(early).request.zone),
    });
    const near = after(approvedStay(), given({ deliveredAt: local('2026-11-25T09:00:00') }), plannedEnd());
    expect(dutyOf(near, 'imCopy')).toBeUndefined();
  });

  test('a copy that was given more than two days before the discharge does not count', () => {
    const tooSoon = after(
      approvedStay(),
      given({ deliveredAt: local('2026-11-23T18:00:00') }),
      plannedEnd(),
      given({ deliveryId: 'd2', notice: 'imCopy', deliveredAt: local('2026-11-24T18:00:00') }),
    );
    expect(dutyOf(tooSoon, 'imCopy')?.deliveredAt).toBeUndefined();
  });
});

describe('the Notice of Medicare Non-Coverage', () => {
  test('is owed two days before the last covered day (42 CFR 422.624(b))', () => {
    expect(dutyOf(after(approvedStay(skilledNursing), nonCoverage), 'nomnc')?.dueAt).toBe(
      local('2026-11-25T23:59:59.999'),
    );
  });

  test('may have been handed over before anybody wrote the end down, and read by the minute', () => {
    const story = after(approvedStay(skilledNursing), nonCoverage);
    const planned = end(story).planned.at;
    const told = given({ notice: 'nomnc', deliveredAt: addElapsed(planned, { minutes: -1 }) }, planned);
    expect(dutyOf(after(story, told), 'nomnc')?.deliveredAt).toBe(addElapsed(planned, { minutes: -1 }));
  });

  test('of an end that was taken back is not that of the next one', () => {
    const first = after(approvedStay(skilledNursing), nonCoverage);
    const planned = end(first).planned.at;
    const told = given({ notice: 'nomnc', deliveredAt: planned });
    const back = by(
      nurse,
      { type: 'WithdrawCoverageEnd', endId: end(first).endId, reason: 'Fever again.' },
      addElapsed(planned, { hours: 1 }),
    );
    const again = plannedEnd({ route: 'nonCoverage', endId: 'end-2' }, addElapsed(planned, { hours: 2 }));
    expect(dutyOf(after(first, told, back, again), 'nomnc')?.deliveredAt).toBeUndefined();
  });

  test('lets the member ask for a review until noon of the day before (422.626(a))', () => {
    const story = after(approvedStay(skilledNursing), nonCoverage);
    expect(qioRequestBy(caseOf(story), end(story), rules)).toBe(local('2026-11-26T12:00:00'));
  });

  test('is followed by a detailed explanation on the day on which the plan hears of a review', () => {
    const story = after(
      approvedStay(skilledNursing),
      nonCoverage,
      reviewAsked(local('2026-11-26T11:00:00'), local('2026-11-26T09:00:00')),
    );
    expect(dutyOf(story, 'denc')).toMatchObject({ owedBy: 'plan', dueAt: local('2026-11-26T23:59:59.999') });
  });
});

describe('a review by the quality improvement organization', () => {
  test('of a discharge brings the detailed notice by noon of the next day (422.622(d))', () => {
    const story = after(approvedStay(), plannedEnd(), reviewAsked(local('2026-11-27T15:00:00')));
    expect(dutyOf(story, 'dnd')?.dueAt).toBe(local('2026-11-28T12:00:00'));
  });

  test('is expected a day after the explanation that the plan owes, and at no known time before', () => {
    const asked = after(
      approvedStay(skilledNursing),
      nonCoverage,
      reviewAsked(local('2026-11-26T11:00:00'), local('2026-11-26T09:00:00')),
    );
    expect(qioAnswerBy(caseOf(asked), end(asked), rules)).toBeUndefined();
    const explained = given({ deliveryId: 'd9', notice: 'denc', deliveredAt: local('2026-11-26T17:00:00') });
    const story = after(asked, explained);
    expect(qioAnswerBy(caseOf(story), end(story), rules)).toBe(local('2026-11-27T23:59:59.999'));
    const task = coverageEndTasks(caseOf(story), rules).find((t) => t.stepId === 'qioReview');
    expect(task?.dueAt).toBe(local('2026-11-27T23:59:59.999'));
  });

  test('asked in time keeps coverage going; asked late it is heard without that', () => {
    const asked = (at: string) => after(approvedStay(skilledNursing), nonCoverage, reviewAsked(local(at), local(at)));
    const inTime = asked('2026-11-26T11:59:00');
    const late = asked('2026-11-26T12:01:00');
    expect(coverageContinues(caseOf(inTime), end(inTime), rules)).toBe(true);
    expect(coverageContinues(caseOf(late), end(late), rules)).toBe(false);
  });

  test('that decides for the member takes the end away with all it asked for', () => {
    const at = local('2026-11-27T10:00:00');
    const decided = by(
      nurse,
      {
        type: 'RecordQioDecision',
        reviewId: 'review-1',
        outcome: 'endOverturned',
        decidedAt: at,
        note: 'Still needs daily care.',
      },
      at,
    );
    const story = after(approvedStay(skilledNursing), nonCoverage, reviewAsked(local('2026-11-26T09:00:00')), decided);
    expect(standingEnds(caseOf(story))).toEqual([]);
    expect(duties(story)).toEqual([]);
  });
});

test('the first notice owed is a task, and a review that waits is another', () => {
  const steps = (story: Story) => coverageEndTasks(caseOf(story), rules).map((t) => t.stepId);
  expect(steps(received(aRequest()))).toEqual([]);
  expect(steps(approvedStay())).toEqual(['medicareNotice']);
  const im = given({ deliveredAt: local('2026-11-25T09:00:00') });
  expect(steps(after(approvedStay(), im))).toEqual([]);
  expect(steps(after(approvedStay(), im, plannedEnd(), reviewAsked(local('2026-11-27T09:00:00'))))).toEqual([
    'medicareNotice',
    'qioReview',
  ]);
});
