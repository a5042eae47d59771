import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber, dayOfNumber } from '../time/instant.ts';
import { matchEpisode } from './match.ts';
import { matchPacked } from './packed.ts';
import type { EpisodeLedger } from './service.ts';

const first = dayNumber('2026-11-01' as never);
const day = fc.integer({ min: 0, max: 20 }).map((n) => dayOfNumber(first + n));
const level = fc.constantFrom('residential', 'partialHospitalization');
const code = fc.constantFrom('H0018', 'H0035');
const span = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

const ledger: fc.Arbitrary<EpisodeLedger> = fc.record({
  services: fc
    .uniqueArray(
      fc.record({
        on: day,
        levelOfCare: level,
        code,
        units: fc.integer({ min: 1, max: 3 }),
        charge: fc.integer({ min: 0, max: 9_999 }),
      }),
      { selector: (s) => `${s.on} ${s.levelOfCare} ${s.code}`, maxLength: 25 },
    )
    .map((all) => all.map((s, i) => ({ ...s, serviceId: `s-${i}` }))),
  authorizations: fc
    .array(
      fc.record(
        {
          span,
          levelOfCare: level,
          codes: fc.uniqueArray(code, { maxLength: 2 }),
          units: fc.integer({ min: 1, max: 12 }),
        },
        { requiredKeys: ['span', 'levelOfCare', 'codes'] },
      ),
      { maxLength: 5 },
    )
    .map((all) => all.map(({ span: days, ...a }, i) => ({ ...a, ...days, authorizationId: `a-${i}`, number: `${i}` }))),
  pending: fc
    .array(fc.record({ span, levelOfCare: level, retrospective: fc.boolean() }), { maxLength: 2 })
    .map((all) => all.map(({ span: days, ...p }, i) => ({ ...p, ...days, requestId: `p-${i}` }))),
});

test('packed services are covered as each by itself is, to the cent', () => {
  fc.assert(
    fc.property(ledger, (l) => {
      const matched = matchEpisode(l);
      const groups = [...Map.groupBy(matched, (m) => `${m.service.levelOfCare} ${m.service.code}`).values()];
      const seen: unknown[] = [];
      matchPacked(
        {
          pages: groups.map((g) => ({
            levelOfCare: g[0]?.service.levelOfCare ?? '',
            code: g[0]?.service.code ?? '',
            days: g.map((m) => dayNumber(m.service.on)),
            units: g.map((m) => m.service.units),
            charges: g.map((m) => m.service.charge),
          })),
          spans: l.authorizations.map((a) => ({ ...a, from: dayNumber(a.from), to: dayNumber(a.to) })),
          retrospective: l.pending
            .filter((p) => p.retrospective)
            .map((p) => ({ ...p, from: dayNumber(p.from), to: dayNumber(p.to) })),
        },
        (page, place, state, atStake) => seen.push([groups[page]?.[place]?.service.serviceId, state, atStake]),
      );
      expect(seen.toSorted()).toEqual(matched.map((m) => [m.service.serviceId, m.state, m.atStake]).toSorted());
    }),
    { numRuns: 300 },
  );
});
