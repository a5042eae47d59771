import {
  acted,
  admitted,
  type EpisodeBody,
  type EpisodeStory,
  episodeOf,
  now,
  submission,
  today,
  whenActed,
} from '@openum/testkit/practice/episode.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EpisodeCommand } from '../episode/command.ts';
import { foldEpisode } from '../episode/evolve.ts';
import { openTalks } from '../episode/state.ts';
import { talkTasks } from '../practiceTask/desk.ts';
import { addElapsed, type Instant } from '../time/instant.ts';
import { isNews } from './hear.ts';
import { differencesOf, talkEnd, wasMissed } from './standing.ts';
import { payerTalkStates, type TalkWord } from './word.ts';

const after = (hours: number): Instant => addElapsed(now, { hours });
const word = (change: Partial<TalkWord> = {}): TalkWord => ({
  payerOfferId: 'plan-offer-1',
  state: 'offered',
  opensAt: now,
  closesAt: after(24),
  phone: '800-555-0100',
  reason: 'The nights are not documented.',
  saidAt: now,
  ...change,
});
const hearing = (w: TalkWord, offerId = 'talk-new'): EpisodeCommand => ({
  type: 'HearTalk',
  submissionId: 'sub-1',
  offerId,
  word: w,
  actor: { kind: 'system', component: 'flow' },
  now,
  today,
});
const asked = acted(admitted, { type: 'RecordSubmission', ...submission() });

/** Words as they arrive; the use case leaves out one that tells nothing new. */
const heard = (story: EpisodeStory, ...words: readonly TalkWord[]): EpisodeStory =>
  words.reduce((s, w, at) => {
    if (!isNews(episodeOf(s), 'sub-1', w)) return s;
    const decided = whenActed(s, hearing(w, `talk-${at}`));
    if ('code' in decided) throw new Error(`given: ${decided.code}`);
    const events = [...s.events, ...decided];
    return { events, state: foldEpisode(events) };
  }, story);
const talksOf = (story: EpisodeStory) => episodeOf(story).talks;
const [offered] = [heard(asked, word())];
const take: EpisodeBody = {
  type: 'ScheduleTalk',
  offerId: 'talk-0',
  at: after(3),
  clinician: { name: 'Dr. Ada Ortiz' },
};
const hold = (result: 'upheld' | 'overturned'): EpisodeBody => ({
  type: 'RecordTalkHeld',
  offerId: 'talk-0',
  result,
  notes: 'Spoken about the nights.',
});

describe('a talk that the payer offers over the line', () => {
  test('stands with its window, number and question, as said by the payer, and is a task', () => {
    expect(talksOf(offered)).toMatchObject([
      { payerOfferId: 'plan-offer-1', submissionId: 'sub-1', phone: '800-555-0100', closesAt: after(24) },
    ]);
    expect(talkTasks(episodeOf(offered))).toMatchObject([{ key: 'peerToPeer:talk-0', dueAt: after(24) }]);
  });

  test('is not written down twice, neither by its own repetition nor by a person', () => {
    expect(talksOf(heard(offered, word({ saidAt: after(1) })))).toHaveLength(1);
    expect(whenActed(offered, hearing(word({ saidAt: after(1) })))).toMatchObject({ code: 'talkWordKnown' });
    const byHand = {
      type: 'RecordTalkOffer',
      offerId: 'hand',
      submissionId: 'sub-1',
      opensAt: now,
      closesAt: after(9),
    };
    expect(
      whenActed(offered, { ...hearing(word()), ...byHand, actor: { kind: 'system', component: 'seed' } } as never),
    ).toMatchObject({ code: 'talkSaidByPayer' });
  });

  test('joins the one that somebody wrote down before, and both windows are kept', () => {
    const written = acted(asked, {
      type: 'RecordTalkOffer',
      offerId: 'talk-0',
      submissionId: 'sub-1',
      opensAt: now,
      closesAt: after(48),
      phone: '312-555-0199',
    });
    const [talk, ...others] = talksOf(heard(written, word()));
    expect(others).toEqual([]);
    expect(talk).toMatchObject({ closesAt: after(24), writtenClosesAt: after(48), phone: '312-555-0199' });
    expect(talk && differencesOf(talk)).toEqual(['window']);
  });

  test('follows the payer: agreed, held, and no task is left', () => {
    const agreed = heard(offered, word({ state: 'scheduled', agreedAt: after(5), saidAt: after(1) }));
    expect(talkTasks(episodeOf(agreed))).toMatchObject([{ dueAt: after(5) }]);
    const held = heard(agreed, word({ state: 'held', outcome: 'upheldIntent', saidAt: after(6) }));
    expect(openTalks(episodeOf(held))).toEqual([]);
    expect(talksOf(held).map(talkEnd)).toEqual([{ end: 'held', by: 'payer' }]);
  });

  test('to which the payer itself did not come is still owed', () => {
    const missed = heard(offered, word({ state: 'missed', missedBy: 'plan', saidAt: after(6) }));
    expect(openTalks(episodeOf(missed))).toHaveLength(1);
    const byUs = heard(offered, word({ state: 'missed', missedBy: 'provider', saidAt: after(6) }));
    expect(talksOf(byUs).map((t) => wasMissed(t, now))).toEqual([true]);
  });

  test('that was overtaken by the decision is over, and nobody missed it', () => {
    const closed = heard(offered, word({ state: 'closed', saidAt: after(6) }));
    expect(openTalks(episodeOf(closed))).toEqual([]);
    expect(talksOf(closed).map((t) => wasMissed(t, after(99)))).toEqual([false]);
    expect(talksOf(acted(closed, hold('upheld'))).map(differencesOf)).toEqual([[]]);
  });

  test('an older answer that comes late changes nothing', () => {
    const held = word({ state: 'held', outcome: 'changedView', saidAt: after(6) });
    expect(isNews(episodeOf(heard(offered, held)), 'sub-1', word({ closesAt: after(30), saidAt: after(2) }))).toBe(
      false,
    );
  });
});

describe('what the practice wrote and what the payer says', () => {
  test('stand beside each other where the times differ, and the earlier counts', () => {
    const story = heard(acted(offered, take), word({ state: 'scheduled', agreedAt: after(2), saidAt: after(1) }));
    expect(talksOf(story).map(differencesOf)).toEqual([['time']]);
    expect(talkTasks(episodeOf(story))).toMatchObject([{ dueAt: after(2) }]);
  });

  test('a time that only the practice has is told', () => {
    expect(talksOf(acted(offered, take)).map(differencesOf)).toEqual([['timeUnknown']]);
  });

  test('a result or an end that the payer tells otherwise is told, and the own record stays', () => {
    const won = heard(
      acted(offered, hold('overturned')),
      word({ state: 'held', outcome: 'upheldIntent', saidAt: after(6) }),
    );
    expect(talksOf(won).map(differencesOf)).toEqual([['result']]);
    expect(talksOf(won)).toMatchObject([{ held: { result: 'overturned' } }]);
    const other = heard(acted(offered, hold('upheld')), word({ state: 'declined', saidAt: after(6) }));
    expect(talksOf(other).map(differencesOf)).toEqual([['end']]);
    expect(talksOf(other).map(talkEnd)).toEqual([{ end: 'held', by: 'practice' }]);
  });

  test('after the payer said that it was held, the practice still writes down what was said', () => {
    const story = acted(
      heard(offered, word({ state: 'held', outcome: 'upheldIntent', saidAt: after(6) })),
      hold('upheld'),
    );
    expect(talksOf(story)).toMatchObject([{ held: { notes: 'Spoken about the nights.' } }]);
    expect(talksOf(story).map(differencesOf)).toEqual([[]]);
  });
});

test('in whatever order and how often answers arrive, each offer stands once, and the next answer sets it right', () => {
  const said = fc.record({
    payerOfferId: fc.constantFrom('a', 'b'),
    state: fc.constantFrom(...payerTalkStates),
    hour: fc.integer({ min: 0, max: 20 }),
  });
  fc.assert(
    fc.property(fc.array(said, { maxLength: 12 }), fc.constantFrom(...payerTalkStates), (arrived, state) => {
      const ids = [...new Set(arrived.map((w) => w.payerOfferId))].toSorted();
      const story = heard(
        asked,
        ...arrived.map(({ hour, ...w }) => word({ ...w, saidAt: after(hour) })),
        ...ids.map((payerOfferId) => word({ payerOfferId, state, saidAt: after(21) })),
      );
      expect(
        talksOf(story)
          .map((t) => t.payerOfferId)
          .toSorted(),
      ).toEqual(ids);
      expect(new Set(talksOf(story).map((t) => t.said.at(-1)?.state))).toEqual(new Set(ids.map(() => state)));
    }),
  );
});
