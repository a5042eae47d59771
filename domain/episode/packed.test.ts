import { acted, admitted, authorization, dayOf, episodeOf, service } from '@openum/testkit/practice/episode.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageOf } from './ledger.ts';
import { packedCoverage } from './packed.ts';
import type { Episode } from './state.ts';

const day = fc.integer({ min: 0, max: 20 });
const level = fc.constantFrom('residential', 'partialHospitalization');
const code = fc.constantFrom('H0018', 'H0035');

const episode: fc.Arbitrary<Episode> = fc
  .record({
    services: fc.uniqueArray(fc.tuple(day, level, code, fc.integer({ min: 1, max: 3 })), {
      selector: ([on, l, c]) => `${on} ${l} ${c}`,
      maxLength: 25,
    }),
    spans: fc.array(fc.tuple(day, day, level, fc.option(fc.integer({ min: 1, max: 9 }))), { maxLength: 4 }),
    asked: fc.option(fc.tuple(day, day, level)),
  })
  .map(({ services, spans, asked }) => ({
    ...episodeOf(admitted),
    services: services.map(([n, levelOfCare, c, units], i) =>
      service(n, { serviceId: `s${i}`, levelOfCare, code: c, units }),
    ),
    authorizations: spans.map(([a, b, levelOfCare, units], i) => ({
      ...authorization({
        authorizationId: `a${i}`,
        levelOfCare,
        from: dayOf(Math.min(a, b)),
        to: dayOf(Math.max(a, b)),
        ...(units === null ? {} : { units }),
      }),
      recordedAt: episodeOf(admitted).lastEventAt,
      earlier: [],
    })),
    submissions: asked
      ? [
          {
            submissionId: 'asked',
            kind: 'retrospective' as const,
            coverageId: 'cov-1',
            levelOfCare: asked[2],
            codes: [],
            from: dayOf(Math.min(asked[0], asked[1])),
            to: dayOf(Math.max(asked[0], asked[1])),
            urgency: 'standard' as const,
            channel: 'fax' as const,
            sentAt: episodeOf(admitted).lastEventAt,
            clinicalSummary: 'Seizure at home.',
            answers: [],
            informationSent: [],
          },
        ]
      : [],
  }));

test('says of each service what the matching with proof says, to the cent', () => {
  fc.assert(
    fc.property(episode, (e) => {
      const { services, states, atStake } = packedCoverage(e);
      const packed = services.map((s, i) => [s.serviceId, states[i], atStake[i]] as const);
      const proved = coverageOf(e).map((m) => [m.service.serviceId, m.state, m.atStake] as const);
      expect(packed.toSorted()).toEqual(proved.toSorted());
    }),
  );
});

test('a withdrawn service is no service', () => {
  const one = acted(
    admitted,
    { type: 'RecordServices', services: [service(0), service(1)], policy: 'warn' },
    { type: 'WithdrawServices', serviceIds: ['service-0'], reason: 'On leave that day.' },
  );
  expect(packedCoverage(episodeOf(one)).services.map((s) => s.serviceId)).toEqual(['service-1']);
});

test('is matched once for a state and anew for the next', () => {
  const before = episodeOf(admitted);
  expect(packedCoverage(before)).toBe(packedCoverage(before));
  const next = episodeOf(acted(admitted, { type: 'RecordServices', services: [service(0)], policy: 'warn' }));
  expect(packedCoverage(next).services).toHaveLength(1);
});
