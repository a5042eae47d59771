import type { EpisodeBody } from '@openum/testkit/practice/episode.ts';
import { acted, admitted, authorization, dayOf, episodeOf, service } from '@openum/testkit/practice/episode.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../time/instant.ts';
import { boardPlace, outlookOf } from './board.ts';
import { forecast, nextOpenDay, uncoveredFrom } from './forecast.ts';

const authorize = (change: Parameters<typeof authorization>[0] = {}): EpisodeBody => ({
  type: 'RecordAuthorization',
  authorization: authorization(change),
});
const give = (...days: readonly number[]): EpisodeBody => ({
  type: 'RecordServices',
  services: days.map((n) => service(n)),
  policy: 'warn',
});

describe('the days to come', () => {
  test('are covered as far as the authorization reaches, and the first one after it is named', () => {
    const e = episodeOf(acted(admitted, authorize(), give(0, 1)));
    expect(forecast(e, dayOf(2), 5).map((m) => [m.service.on, m.state])).toEqual([
      [dayOf(2), 'covered'],
      [dayOf(3), 'covered'],
      [dayOf(4), 'covered'],
      [dayOf(5), 'expired'],
      [dayOf(6), 'expired'],
    ]);
    expect(uncoveredFrom(e)).toBe(dayOf(5));
  });

  test('lose the units that days use which nobody has entered yet', () => {
    const e = episodeOf(acted(admitted, authorize({ to: dayOf(9), units: 5 }), give(0, 1)));
    expect(forecast(e, dayOf(4), 3).map((m) => m.state)).toEqual(['covered', 'unitsExhausted', 'unitsExhausted']);
    expect(uncoveredFrom(e)).toBe(dayOf(5));
  });

  test('are those of the week on which the programme is given', () => {
    // 1 November 2026, day 0, is a Sunday.
    const programme = {
      programmeId: 'p-iop',
      name: 'Evenings',
      levelOfCare: 'intensiveOutpatient',
      code: 'H0015',
      charge: 25_000,
      weekdays: [1, 3, 5],
    };
    const e = episodeOf(
      acted(
        admitted,
        { type: 'ChangeLevelOfCare', programme, from: dayOf(1), reason: 'Meets the goals of the stay.' },
        authorize({ levelOfCare: 'intensiveOutpatient', from: dayOf(1), to: dayOf(30), units: 3 }),
      ),
    );
    expect(forecast(e, dayOf(1), 8).map((m) => m.service.on)).toEqual([dayOf(1), dayOf(3), dayOf(5), dayOf(8)]);
    expect(uncoveredFrom(e)).toBe(dayOf(8));
  });

  test('are open since the first of the given days that nothing covers, when no covered one came after', () => {
    const days = episodeOf(acted(admitted, authorize({ to: dayOf(2) }), give(0, 1, 2, 3, 5)));
    expect(uncoveredFrom(days)).toBe(dayOf(3));
    expect(nextOpenDay(days)).toBe(dayOf(6));
    const later = authorize({ authorizationId: 'auth-2', number: 'PA-200', from: dayOf(5), to: dayOf(7) });
    expect(uncoveredFrom(episodeOf(acted(admitted, authorize({ to: dayOf(2) }), later, give(0, 1, 2, 3, 5))))).toBe(
      dayOf(8),
    );
  });

  test('end with the discharge', () => {
    const e = episodeOf(
      acted(admitted, authorize(), give(0, 1), { type: 'DischargeEpisode', on: dayOf(2), disposition: 'home' }),
    );
    expect(forecast(e, dayOf(2)).map((m) => m.service.on)).toEqual([dayOf(2)]);
    expect(uncoveredFrom(e)).toBeUndefined();
  });

  test('without any authorization are open from the first', () => {
    expect(uncoveredFrom(episodeOf(admitted))).toBe(dayOf(0));
    expect(forecast(episodeOf(admitted), dayOf(0), 1)[0]?.state).toBe('noneOnFile');
  });

  test('say the same as the forecast of any day: nothing before the first open day is open', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
        (to, units) => {
          const e = episodeOf(acted(admitted, authorize({ to: dayOf(to), ...(units ? { units } : {}) })));
          const open = uncoveredFrom(e);
          const seen = forecast(e, dayOf(0), 40).find((m) => m.state !== 'covered')?.service.on;
          expect(seen).toBe(open);
          expect(open).toBe(dayOf(Math.min(to + 1, units ?? to + 1)));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the board', () => {
  const episode = episodeOf(acted(admitted, authorize({ nextReviewOn: dayOf(3) }), give(0, 1)));
  test.each([
    [1, 'later', 'low', 4],
    [2, 'tomorrow', 'medium', 3],
    [3, 'today', 'medium', 2],
    [4, 'pastDue', 'high', 1],
    [5, 'pastDue', 'uncovered', 0],
    [7, 'pastDue', 'uncovered', -2],
  ])('on day %i says %s, %s, with %i days left', (day, due, risk, daysLeft) => {
    expect(boardPlace(outlookOf(episode), dayOf(day))).toMatchObject({
      due,
      risk,
      daysLeft,
      reviewDueOn: dayOf(3),
    });
  });

  test('waits when the days were asked for, and the update is due on the last covered day when the payer names none', () => {
    const e = episodeOf(
      acted(admitted, authorize(), {
        type: 'RecordSubmission',
        submissionId: 'sub-2',
        kind: 'continuedStay',
        coverageId: 'cov-1',
        levelOfCare: 'residential',
        codes: ['H0018'],
        from: dayOf(5),
        to: dayOf(9),
        urgency: 'expedited',
        channel: 'phone',
        sentAt: '2026-11-05T15:00:00.000Z' as never,
        spokeWith: 'Desk of the plan',
        clinicalSummary: 'Cravings each evening, no sober place to go to, attends every group.',
      }),
    );
    expect(boardPlace(outlookOf(e), dayOf(4))).toMatchObject({ due: 'waiting', risk: 'medium', reviewDueOn: dayOf(4) });
    expect(outlookOf(e).authorizedThrough).toBe(addDays(dayOf(5), -1));
  });
});
