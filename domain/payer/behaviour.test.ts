import { acted, admitted, authorization, dayOf, episodeOf, now, submission } from '@openum/testkit/practice/episode.ts';
import { describe, expect, test } from 'vitest';
import type { AnswerOutcome, PayerAuthorization, SubmissionKind, TalkResult } from '../episode/record.ts';
import type { Episode } from '../episode/state.ts';
import { addElapsed } from '../time/instant.ts';
import { behaviourOf, cardDrift, type PayerBehaviour } from './behaviour.ts';
import type { PayerCard } from './card.ts';

const hoursAgo = (hours: number) => addElapsed(now, { hours: -hours });

const denial = {
  denialId: 'den-1',
  coverageId: 'cov-1',
  source: 'answer',
  receivedOn: dayOf(1),
  from: dayOf(0),
  to: dayOf(6),
  adjustmentCodes: [],
  remarkCodes: [],
  amount: 90_000,
} as const;

type Given = {
  readonly kind?: SubmissionKind;
  readonly outcome?: AnswerOutcome;
  /** Days granted from the first; absent: none. */
  readonly granted?: number;
  readonly hours?: number;
  readonly askedForMore?: boolean;
};

/** Seven days asked for on the day of admission, with what the payer said. */
const asked = ({
  kind = 'initial',
  outcome = 'approved',
  granted,
  hours = 4,
  askedForMore = false,
}: Given): Episode => {
  const answer = (o: AnswerOutcome, authorizations: readonly PayerAuthorization[] = []) => ({
    type: 'RecordAnswer' as const,
    submissionId: 'sub-1',
    answer: {
      outcome: o,
      answeredAt: hoursAgo(20 - hours),
      ...(o === 'informationRequested' ? { wanted: ['The last three nights.'] } : {}),
    },
    authorizations,
    ...(o === 'denied' || o === 'partiallyApproved' ? { denial } : {}),
  });
  const span =
    granted === undefined ? [] : [authorization({ submissionId: 'sub-1', to: dayOf(granted - 1), units: granted })];
  return episodeOf(
    acted(
      admitted,
      { type: 'RecordSubmission', ...submission({ kind, units: 7, sentAt: hoursAgo(20) }) },
      ...(askedForMore ? [answer('informationRequested')] : []),
      answer(outcome, span),
    ),
  );
};

const of = (...given: readonly Given[]): PayerBehaviour => behaviourOf(given.map(asked), 'payer-1');

describe('what a payer did with the requests of a practice', () => {
  test('is counted by level, the first request apart from the later ones', () => {
    const found = of(
      { granted: 5 },
      { granted: 3, outcome: 'partiallyApproved' },
      { kind: 'continuedStay', granted: 2 },
    );
    expect(found.levels.map((l) => [l.levelOfCare, l.step, l.decided])).toEqual([
      ['residential', 'first', 2],
      ['residential', 'later', 1],
    ]);
    expect(found.levels[0]).toMatchObject({
      outcomes: { approved: 1, partiallyApproved: 1, modified: 0, denied: 0 },
      asked: { median: 7, count: 2 },
      granted: { median: 4, count: 2 },
    });
    expect(found.since).toBe(dayOf(0));
  });

  test('a denial is a decision, and says nothing of how many days they usually grant', () => {
    const [level] = of({ outcome: 'denied' }, { granted: 5 }).levels;
    expect(level).toMatchObject({ decided: 2, outcomes: { denied: 1 }, granted: { median: 5, count: 1 } });
  });

  test('a request without a deciding answer is not counted', () => {
    expect(of({ outcome: 'pended' }).levels).toEqual([]);
    expect(of({ outcome: 'informationRequested' })).not.toHaveProperty('since');
  });

  test('the time to an answer runs from sending to the decision, also where more was asked for', () => {
    const [level] = of(
      { granted: 5, hours: 2 },
      { granted: 5, hours: 12, askedForMore: true },
      { granted: 5, hours: 5 },
    ).levels;
    expect(level).toMatchObject({ hoursToAnswer: { median: 5, count: 3 }, askedForMore: 1 });
  });

  test('an answer that is dated before the request counts as decided, and not in the time to an answer', () => {
    const [level] = of({ granted: 5, hours: -3 }).levels;
    expect(level).toMatchObject({ decided: 1 });
    expect(level).not.toHaveProperty('hoursToAnswer');
  });

  test('what another payer did is not theirs', () => {
    expect(behaviourOf([asked({ granted: 5 })], 'payer-2')).toEqual({
      levels: [],
      talks: [],
      appeals: { decided: 0, overturned: 0 },
    });
  });
});

describe('talks and appeals', () => {
  const talked = (result: TalkResult): Episode =>
    episodeOf(
      acted(
        admitted,
        { type: 'RecordSubmission', ...submission({ sentAt: hoursAgo(20) }) },
        {
          type: 'RecordTalkOffer',
          offerId: 'talk-1',
          submissionId: 'sub-1',
          opensAt: hoursAgo(10),
          closesAt: addElapsed(now, { hours: 10 }),
          payerPhysician: 'Dr. Hale',
        },
        { type: 'RecordTalkHeld', offerId: 'talk-1', result, notes: 'They talked.' },
      ),
    );

  test('each physician of the payer has the talks that were held, and those that changed the answer', () => {
    const { talks } = behaviourOf([talked('overturned'), talked('upheld'), talked('partlyOverturned')], 'payer-1');
    expect(talks).toEqual([{ physician: 'Dr. Hale', held: 3, changed: 2 }]);
  });
});

describe('what the card could say instead', () => {
  const card = (initialDays?: number): PayerCard => ({
    payerId: 'payer-1',
    name: 'Prairie Harbor Health Plan',
    effectiveFrom: dayOf(0),
    levels: [
      {
        levelOfCare: 'residential',
        ...(initialDays === undefined ? {} : { initialDays: { value: initialDays, source: 'phone', on: dayOf(0) } }),
      },
    ],
  });
  const five = of({ granted: 5 }, { granted: 5 }, { granted: 4 }, { granted: 5 }, { granted: 6 });

  test('is what they usually grant, from five answers on', () => {
    const drift = [{ levelOfCare: 'residential', part: 'initialDays', said: 7, usual: { median: 5, count: 5 } }];
    expect(cardDrift(card(7), five)).toEqual(drift);
    expect(cardDrift(card(7), of({ granted: 5 }, { granted: 5 }, { granted: 5 }, { granted: 5 }))).toEqual([]);
  });

  test('is nothing where the card says the same', () => {
    expect(cardDrift(card(5), five)).toEqual([]);
  });

  test('fills what nobody has asked about, with no card as well', () => {
    const drift = [{ levelOfCare: 'residential', part: 'initialDays', usual: { median: 5, count: 5 } }];
    expect(cardDrift(card(), five)).toEqual(drift);
    expect(cardDrift(undefined, five)).toEqual(drift);
  });
});
