import { nurse, otherNurse, physicianWith } from '@openum/testkit/case/actors.ts';
import { denial } from '@openum/testkit/case/acts.ts';
import { approvedStay, cut, given, plannedEnd, reviewAsked } from '@openum/testkit/case/coverageEnd.ts';
import { aRequest } from '@openum/testkit/case/request.ts';
import { daysGranted } from '@openum/testkit/case/stay.ts';
import { after, by, caseOf, happened, received, type Story, when } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import type { CaseCommand, CommandOf } from '../case/command.ts';
import { isRefusal } from '../case/refusal.ts';
import { type CalendarDate, calendarDate, type Instant, instant } from '../time/instant.ts';
import { explanationsWithoutNotice } from './letter.ts';
import { reductionProblem } from './reducible.ts';

const later = instant('2026-11-24T16:00:00Z');
const code = (story: Story, command: Parameters<typeof when>[1]) => {
  const decided = when(story, command);
  return isRefusal(decided) ? decided.code : 'done';
};
const medicaid = { coverage: { ...aRequest().coverage, lineOfBusiness: 'medicaidManagedCare' } } as const;
const day1 = instant('2026-11-23T20:00:00Z');
const day23 = calendarDate('2026-11-23');
/** A cut that leaves the days from the first through `end`. */
const leaving = (value: number, end: CalendarDate) =>
  denial({
    outcome: 'partiallyApproved',
    authorized: { ...daysGranted(undefined, value), period: { start: day23, end } },
  });
const skilledNursing = { setting: 'skilledNursing' } as const;

describe('a cut of what is authorized', () => {
  test('is an adverse determination of the line with a planned end, and the former one stays in the record', () => {
    const story = approvedStay(medicaid);
    expect(happened(when(story, cut())).map((e) => e.type)).toEqual(['ItemDetermined', 'CoverageEndPlanned']);
    const [item] = caseOf(after(story, cut())).items;
    expect(item?.determination?.outcome).toBe('partiallyApproved');
    expect(item?.earlierDeterminations.map((d) => d.outcome)).toEqual(['approved']);
  });

  test('leaves the member the days of advance notice, unless a ground of the rule says otherwise', () => {
    const story = approvedStay(medicaid);
    const advance = {
      earliestEnd: calendarDate('2026-12-03'),
      citation: '42 CFR 431.211',
      exceptions: ['memberAgrees'],
    };
    expect(code(story, cut({ advance }))).toBe('advanceNoticeShort');
    expect(code(story, cut({ advance, exception: { ground: 'costs', reason: 'Too expensive' } }))).toBe(
      'advanceNoticeException',
    );
    expect(code(story, cut({ advance, exception: { ground: 'memberAgrees', reason: ' ' } }))).toBe('fieldMissing');
    expect(code(story, cut({ advance, exception: { ground: 'memberAgrees', reason: 'Letter of 22 November' } }))).toBe(
      'done',
    );
  });

  test.each([
    ['a nurse decides it', { actor: nurse }, 'roleMissing'],
    ['a physician without the licence decides it', { actor: physicianWith({ licences: [] }) }, 'licenceMissing'],
    ['the record was not opened', { evidenceOpened: [] }, 'evidenceNotOpened'],
    ['no criteria are named', { criteria: [] }, 'criteriaMissing'],
    ['its days are those that were authorized', { lastCoveredOn: calendarDate('2026-11-25') }, 'fieldInvalid'],
    ['the line is unknown', { decision: denial({ itemSequence: 9 }) }, 'itemUnknown'],
  ] as const)('is refused when %s', (_, change, expected) => {
    expect(code(approvedStay(medicaid), { ...cut(), ...change } as ReturnType<typeof cut>)).toBe(expected);
  });

  test.each([
    ['in another unit', { value: 2, unit: 'day' }],
    ['to more than is authorized', { value: 9, unit: 'd' }],
    ['to other days than those of its period', { value: 1, unit: 'd' }],
    ['without saying how much is left', undefined],
  ] as const)('is refused %s', (_, quantity) => {
    const { quantity: __, ...authorized } = {
      ...daysGranted(undefined, 2),
      period: { start: calendarDate('2026-11-23'), end: calendarDate('2026-11-24') },
    };
    const decision = denial({
      outcome: 'partiallyApproved',
      authorized: { ...authorized, ...(quantity ? { quantity } : {}) },
    });
    expect(code(approvedStay(medicaid), cut({ decision }))).toBe('fieldInvalid');
  });

  test('needs something that is authorized', () => {
    expect(code(received(), cut())).toBe('nothingToReduce');
  });

  test('is refused when nothing less could be left, or when its days have gone by', () => {
    const earliestEnd = day23;
    const advance = { earliestEnd, citation: '42 CFR 431.211', exceptions: [] };
    const oneDay = after(
      approvedStay(medicaid),
      cut({ advance, lastCoveredOn: day23, decision: leaving(1, day23) }, day1),
    );
    expect(code(oneDay, cut())).toBe('authorizationIsLeast');
    expect(code(approvedStay(medicaid), cut({}, instant('2026-11-27T16:00:00Z')))).toBe('authorizationOver');
  });

  test('is refused for each line whose approval a rule locks, before anything is typed', () => {
    const c = caseOf(approvedStay(medicaid));
    const [item] = c.items;
    if (!item) throw new Error('no line');
    const lock = { itemSequence: 1, ruleId: 'R', ruleVersion: '1', citation: '42 CFR 422.138(c)', exceptions: [] };
    expect(reductionProblem(c, item, [], later)).toBeUndefined();
    expect(reductionProblem(c, item, [lock], later)?.code).toBe('approvalLocked');
    expect(code(approvedStay(medicaid), cut({ approvalLocks: [lock] }))).toBe('approvalLocked');
  });

  test('cannot be taken back like a plan: a decision changes it', () => {
    const story = after(approvedStay(medicaid), cut());
    const back = by(nurse, { type: 'WithdrawCoverageEnd', endId: 'end-1', reason: 'No' });
    expect(code(story, back)).toBe('coverageEndDecided');
  });
});

describe('a planned end of coverage', () => {
  test.each([
    ['a discharge from a skilled nursing stay', approvedStay(skilledNursing), plannedEnd(), 'fieldInvalid'],
    ['non-coverage of a hospital stay', approvedStay(), plannedEnd({ route: 'nonCoverage' }), 'fieldInvalid'],
    ['an end under Medicaid, where it is a cut', approvedStay(medicaid), plannedEnd(), 'coverageEndNotMedicare'],
    [
      'a day that has passed',
      approvedStay(),
      plannedEnd({ lastCoveredOn: calendarDate('2026-11-22') }),
      'fieldInvalid',
    ],
    ['no words for the member', approvedStay(), plannedEnd({ memberReason: '' }), 'fieldMissing'],
    ['a case without a stay', received(), plannedEnd(), 'stayMissing'],
    [
      'a second plan of the same kind',
      after(approvedStay(), plannedEnd()),
      plannedEnd({ endId: 'end-2' }),
      'coverageEndPlanned',
    ],
    [
      'non-coverage decided by a nurse',
      approvedStay(skilledNursing),
      plannedEnd({ route: 'nonCoverage' }, undefined, nurse),
      'notQualified',
    ],
  ] as const)('is refused for %s', (_, story, command, expected) => {
    expect(code(story, command)).toBe(expected);
  });

  test('of a hospital stay may be written down by a nurse: the attending physician discharges', () => {
    expect(code(approvedStay(), plannedEnd({}, undefined, otherNurse))).toBe('done');
  });

  test('taken back with a reason makes room for another', () => {
    const back = by(nurse, { type: 'WithdrawCoverageEnd', endId: 'end-1', reason: 'Fever again.' });
    const story = after(approvedStay(), plannedEnd(), back);
    expect(code(story, plannedEnd({ endId: 'end-2' }))).toBe('done');
    expect(code(story, back)).toBe('coverageEndUnknown');
  });
});

describe('what is written down about notices and reviews', () => {
  test.each([
    ['a notice in the future', given({ deliveredAt: instant('2026-11-24T17:00:00Z') }, later), 'fieldInvalid'],
    ['a notice before the admission', given({ deliveredAt: instant('2026-11-23T14:00:00Z') }, later), 'fieldInvalid'],
    ['a signature by phone', given({ deliveredAt: later, how: 'phone' }), 'fieldInvalid'],
    ['a document that is not there', given({ deliveredAt: later, documentId: 'nothing' }), 'documentUnknown'],
    ['a review of no plan', reviewAsked(later, later, 'nothing'), 'coverageEndUnknown'],
    ['a review told before it was asked', reviewAsked(later, instant('2026-11-24T16:30:00Z')), 'fieldInvalid'],
  ] as const)('is refused for %s', (_, command, expected) => {
    expect(code(after(approvedStay(), plannedEnd()), command)).toBe(expected);
  });

  test('one review at a time, answered once', () => {
    const story = after(approvedStay(), plannedEnd(), reviewAsked(later));
    expect(code(story, reviewAsked(later))).toBe('qioReviewOpen');
    const answer = by(
      nurse,
      { type: 'RecordQioDecision', reviewId: 'review-1', outcome: 'endUpheld', decidedAt: later, note: 'Agrees.' },
      later,
    );
    expect(code(after(story, answer), answer)).toBe('qioReviewUnknown');
  });
});

describe('the detailed explanation of an end', () => {
  const rule = {
    name: 'Inpatient hospital care',
    citation: '42 CFR 412.3',
    text: 'While only a hospital can give it.',
  };
  const facts = 'You walk 200 feet without oxygen, and your lungs have been clear since Tuesday.';
  const explain = (change: Partial<CommandOf<'ExplainCoverageEnd'>> = {}, at = later, actor = nurse) =>
    by(actor, { type: 'ExplainCoverageEnd', reviewId: 'review-1', facts, rule, ...change }, at);
  const asked = after(approvedStay(), plannedEnd(), reviewAsked(later));
  const letter = (noticeId: string) => ({
    noticeId,
    kind: 'detailedExplanation' as const,
    audience: 'member' as const,
    itemSequences: [],
    reviewId: 'review-1',
    templateId: 'detailed-explanation-member',
    templateVersion: '1',
    language: 'en-US',
    pdfSha256: 'a',
    htmlSha256: 'b',
    channel: 'print' as const,
  });
  const issue = (noticeId: string, at: Instant): CaseCommand => ({
    type: 'RecordNotices',
    actor: { kind: 'system', component: 'notices' },
    now: at,
    notices: [letter(noticeId)],
  });

  test.each([
    ['no review was asked for', after(approvedStay(), plannedEnd()), explain(), 'qioReviewUnknown'],
    ['the facts would fit anybody', asked, explain({ facts: 'Not medically necessary.' }), 'fieldInvalid'],
    ['no rule is named', asked, explain({ rule: { ...rule, citation: ' ' } }), 'fieldMissing'],
  ] as const)('is refused when %s', (_, story, command, expected) => {
    expect(code(story, command)).toBe(expected);
  });

  test('owes the member a letter, and one more when it is written anew', () => {
    const owed = (story: Story) => explanationsWithoutNotice(caseOf(story)).length;
    expect(owed(asked)).toBe(0);
    const told = after(asked, explain());
    expect(owed(told)).toBe(1);
    const sent = after(told, issue('n1', instant('2026-11-24T16:01:00Z')));
    expect(owed(sent)).toBe(0);
    expect(owed(after(sent, explain({}, instant('2026-11-24T16:02:00Z'))))).toBe(1);
  });

  test('is no longer owed for an end that was taken back', () => {
    const back = by(nurse, { type: 'WithdrawCoverageEnd', endId: 'end-1', reason: 'Fever again.' }, later);
    expect(explanationsWithoutNotice(caseOf(after(asked, explain(), back)))).toEqual([]);
  });

  test('no such letter goes out without it', () => {
    expect(code(asked, issue('n1', later))).toBe('noticeWithoutExplanation');
  });
});
