import {
  acted,
  admitted,
  dayOf,
  type EpisodeStory,
  episodeOf,
  submission,
  today,
} from '@openum/testkit/practice/episode.ts';
import { describe, expect, test } from 'vitest';
import type { EpisodeCommandOf } from '../../episode/command.ts';
import { decideEpisode } from '../../episode/decide.ts';
import { foldEpisode } from '../../episode/evolve.ts';
import { coverageOf } from '../../episode/ledger.ts';
import type { AnsweredLine } from '../../payer/answer.ts';
import { instant } from '../../time/instant.ts';
import { appealedRequests, heardAppeal } from './heard.ts';
import type { AppealWord } from './word.ts';

const now = instant('2026-11-24T17:00:00Z');
const denied = acted(
  admitted,
  { type: 'RecordSubmission', ...submission({ channel: 'pas', from: dayOf(3), to: dayOf(5) }) },
  {
    type: 'RecordAnswer',
    submissionId: 'sub-1',
    answer: { outcome: 'denied', answeredAt: now, reason: 'Not documented.' },
    authorizations: [],
    denial: {
      denialId: 'den-1',
      coverageId: 'cov-1',
      source: 'answer',
      receivedOn: today,
      from: dayOf(3),
      to: dayOf(5),
      submissionId: 'sub-1',
      adjustmentCodes: [],
      remarkCodes: [],
      amount: 270_000,
    },
  },
);
const appealed = acted(denied, {
  type: 'SendAppeal',
  appealId: 'ap-1',
  denialId: 'den-1',
  level: 1,
  urgency: 'standard',
  letter: 'We appeal.',
  sentOn: today,
});

const word = (change: Partial<AppealWord> = {}): AppealWord => ({
  number: 'AP-2026-7',
  level: 1,
  levelName: 'Reconsideration',
  state: 'open',
  receivedOn: today,
  saidAt: now,
  ...change,
});
const line = (change: Partial<AnsweredLine> = {}): AnsweredLine => ({
  sequence: 1,
  action: 'A3',
  wantsInformation: false,
  ...change,
});
const granted = (change: Partial<AnsweredLine> = {}): AnsweredLine =>
  line({ action: 'A1', authorizationNumber: 'PA-9', from: dayOf(3), to: dayOf(5), units: 3, ...change });

let ids = 0;
const heard = (story: EpisodeStory, ...lines: readonly AnsweredLine[]) => {
  const e = episodeOf(story);
  const [s] = e.submissions;
  return s && heardAppeal(e, s, lines, today, () => `auth-${++ids}`);
};
const after = (story: EpisodeStory, ...lines: readonly AnsweredLine[]): EpisodeStory => {
  const found = heard(story, ...lines);
  if (!found) return story;
  const command: EpisodeCommandOf<'HearAppeal'> = {
    type: 'HearAppeal',
    actor: { kind: 'system', component: 'flow' },
    now,
    today,
    ...found,
  };
  const decided = decideEpisode(command, story.state);
  if ('code' in decided) throw new Error(`given: ${decided.code}`);
  const events = [...story.events, ...decided];
  return { events, state: foldEpisode(events) };
};
const appealOf = (story: EpisodeStory) => episodeOf(story).appeals[0];

describe('an appeal that lies with a payer', () => {
  test('is asked about from its sending to its answer, and only where the request went over a line', () => {
    expect(appealedRequests(episodeOf(denied))).toEqual([]);
    expect(appealedRequests(episodeOf(appealed))).toHaveLength(1);
    expect(appealedRequests(episodeOf(after(appealed, line({ appeals: [word({ state: 'upheld' })] }))))).toEqual([]);
  });

  test('shows that the payer has it, once', () => {
    const story = after(appealed, line({ appeals: [word()] }));
    expect(appealOf(story)).toMatchObject({ said: [{ number: 'AP-2026-7', state: 'open' }] });
    expect(appealOf(story)).not.toHaveProperty('answered');
    expect(heard(story, line({ appeals: [word({ saidAt: instant('2026-11-24T18:00:00Z') })] }))).toBeUndefined();
  });

  test('overturned: the days are authorized and cover what was given; of money nothing is said', () => {
    const given = acted(appealed, {
      type: 'RecordServices',
      policy: 'warn',
      services: [3, 4, 5].map((n) => ({
        serviceId: `s-${n}`,
        on: dayOf(n),
        levelOfCare: 'residential',
        code: 'H0018',
        units: 1,
        charge: 90_000,
        source: 'attendance' as const,
      })),
    });
    const story = after(given, granted({ appeals: [word({ state: 'overturned', decidedOn: today })] }));
    expect(appealOf(story)?.answered).toEqual({
      outcome: 'overturned',
      answeredOn: today,
      reference: 'AP-2026-7',
      saidByPayer: true,
    });
    expect(coverageOf(episodeOf(story)).map((m) => m.state)).toEqual(['covered', 'covered', 'covered']);
    const paid = acted(story, { type: 'RecordAppealMoney', appealId: 'ap-1', recovered: 270_000 });
    expect(appealOf(paid)?.answered).toMatchObject({ recovered: 270_000 });
  });

  test('overturned and not put into effect yet is waited for', () => {
    const story = after(appealed, line({ appeals: [word({ state: 'overturned' })] }));
    expect(appealOf(story)).not.toHaveProperty('answered');
    expect(appealedRequests(episodeOf(story))).toHaveLength(1);
  });

  test('upheld opens the next level only when the payer has none open by itself', () => {
    const outside = word({ number: 'AP-2026-8', level: 2, levelName: 'Independent review' });
    const waiting = after(appealed, line({ appeals: [word({ state: 'upheld' }), outside] }));
    expect(appealOf(waiting)).not.toHaveProperty('answered');
    const won = after(
      waiting,
      granted({ appeals: [word({ state: 'upheld' }), { ...outside, state: 'overturned', decidedOn: today }] }),
    );
    expect(appealOf(won)?.answered).toMatchObject({ outcome: 'overturned', reference: 'AP-2026-8' });
    const lost = after(appealed, line({ appeals: [word({ state: 'upheld', decidedOn: today })] }));
    expect(appealOf(lost)?.answered).toMatchObject({ outcome: 'upheld' });
  });

  test('dismissed is told as dismissed, and an answer is never older than the letter', () => {
    const story = after(appealed, line({ appeals: [word({ state: 'dismissed', decidedOn: dayOf(2) })] }));
    expect(appealOf(story)?.answered).toMatchObject({ outcome: 'dismissed', answeredOn: today });
  });

  test('of a payer that says nothing of appeals is won when its answer changes, in part when only some days come', () => {
    expect(heard(appealed, line())).toBeUndefined();
    expect(heard(appealed, granted())?.answer?.outcome).toBe('overturned');
    expect(heard(appealed, granted({ action: 'A6', to: dayOf(4), units: 2 }))?.answer?.outcome).toBe(
      'partlyOverturned',
    );
  });

  test('an authorization that was partly given before is made longer, not doubled', () => {
    const partly = acted(appealed, {
      type: 'RecordAuthorization',
      authorization: {
        authorizationId: 'before',
        number: 'PA-9',
        coverageId: 'cov-1',
        levelOfCare: 'residential',
        codes: ['H0018'],
        from: dayOf(3),
        to: dayOf(3),
        units: 1,
      },
    });
    expect(heard(partly, granted({ to: dayOf(3), units: 1 }))).toBeUndefined();
    expect(episodeOf(after(partly, granted())).authorizations).toMatchObject([
      { authorizationId: 'before', to: dayOf(5), units: 3, earlier: [{ to: dayOf(3), units: 1 }] },
    ]);
  });

  test('nothing is recovered by an appeal that was lost, and money has an appeal that was answered', () => {
    const lost = after(appealed, line({ appeals: [word({ state: 'upheld' })] }));
    const money = { type: 'RecordAppealMoney', appealId: 'ap-1', recovered: 1 } as const;
    const by = { actor: { kind: 'person', userId: 'b', name: 'Biller', roles: ['biller'] }, now, today } as const;
    expect(decideEpisode({ ...money, ...by }, lost.state)).toMatchObject({ code: 'fieldInvalid' });
    expect(decideEpisode({ ...money, ...by }, appealed.state)).toMatchObject({ code: 'practiceAppealUnknown' });
  });
});
