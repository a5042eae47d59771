import {
  act,
  acted,
  admitted,
  dayOf,
  episodeOf,
  now,
  submission,
  today,
  whenActed,
} from '@openum/testkit/practice/episode.ts';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../case/refusal.ts';
import { type AnsweredLine, recordedAnswer } from './answer.ts';

const story = acted(admitted, { type: 'RecordSubmission', ...submission({ units: 7 }) });
const ids = { authorizationId: (n: number) => `auth-${n}`, denialId: 'den-1' };
const line = (change: Partial<AnsweredLine>): AnsweredLine => ({
  sequence: 1,
  action: 'A4',
  wantsInformation: false,
  ...change,
});
const answered = (lines: readonly AnsweredLine[], given = story) => {
  const e = episodeOf(given);
  const [s] = e.submissions;
  return s && recordedAnswer(e, s, lines, { now, today }, ids);
};
/** Whether the record takes it. */
const taken = (lines: readonly AnsweredLine[]) => {
  const found = answered(lines);
  return found && whenActed(story, act({ type: 'RecordAnswer', submissionId: 'sub-1', ...found }));
};

describe('the answer of a payer becomes a record', () => {
  test('approved: an authorization with its days, units and number', () => {
    const lines = [line({ action: 'A1', authorizationNumber: 'A-1', from: dayOf(0), to: dayOf(6), units: 7 })];
    expect(answered(lines)).toMatchObject({
      answer: { outcome: 'approved' },
      authorizations: [{ number: 'A-1', levelOfCare: 'residential', codes: ['H0018'], units: 7, to: dayOf(6) }],
    });
    expect(isRefusal(taken(lines))).toBe(false);
  });

  test('in part: the days that are left out are denied, at the charge of the programme', () => {
    const lines = [
      line({ action: 'A2', authorizationNumber: 'A-1', from: dayOf(0), to: dayOf(4), units: 5, note: 'Five days.' }),
    ];
    expect(answered(lines)).toMatchObject({
      answer: { outcome: 'partiallyApproved', reason: 'Five days.' },
      denial: { from: dayOf(5), to: dayOf(6), amount: 180_000, reason: 'Five days.' },
    });
    expect(isRefusal(taken(lines))).toBe(false);
  });

  test('fewer units for the same days: the units that are left out are denied', () => {
    const lines = [line({ action: 'A6', authorizationNumber: 'A-1', from: dayOf(0), to: dayOf(6), units: 4 })];
    expect(answered(lines)).toMatchObject({ denial: { from: dayOf(0), to: dayOf(6), amount: 270_000 } });
  });

  test('denied: everything', () => {
    expect(answered([line({ action: 'A3' })])).toMatchObject({
      answer: { outcome: 'denied' },
      authorizations: [],
      denial: { amount: 630_000 },
    });
    expect(isRefusal(taken([line({ action: 'A3' })]))).toBe(false);
  });

  test('a question names what is wanted; an open line among decided ones keeps all of it open', () => {
    expect(answered([line({ wantsInformation: true, note: 'Scores.' })])?.answer).toMatchObject({
      outcome: 'informationRequested',
      wanted: ['Scores.'],
    });
    const mixed = answered([line({ action: 'A1', authorizationNumber: 'A-1' }), line({ sequence: 2 })]);
    expect(mixed).toMatchObject({ answer: { outcome: 'pended' }, authorizations: [] });
  });

  test('no authorization needed is written down as such', () => {
    expect(answered([line({ action: 'NA' })])?.authorizations).toMatchObject([{ number: 'not required' }]);
  });

  test('what was said before is not recorded again, and what is new is', () => {
    const pended = answered([line({ reference: 'UM-1', note: 'Under review.' })]);
    if (!pended) throw new Error('given: an answer');
    const after = acted(story, { type: 'RecordAnswer', submissionId: 'sub-1', ...pended });
    expect(answered([line({ reference: 'UM-1', note: 'Under review.' })], after)).toBeUndefined();
    expect(answered([line({ wantsInformation: true, note: 'Scores.' })], after)?.answer.outcome).toBe(
      'informationRequested',
    );
    expect(answered([], after)).toBeUndefined();
  });
});
