import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate } from '../time/instant.ts';
import { applyChange, emptyLedger, type LedgerChange } from './ledger.ts';
import { matchEpisode } from './match.ts';
import type { AuthorizedSpan, DeliveredService, EpisodeLedger, PendingSpan } from './service.ts';
import { addTotals, noTotals, totalsOf, validShare } from './totals.ts';

const first = calendarDate('2026-11-02');
const day = (n: number) => addDays(first, n);
const service = (n: number, change: Partial<DeliveredService> = {}): DeliveredService => ({
  serviceId: `s${n}`,
  on: day(n),
  levelOfCare: 'residential',
  code: 'H0018',
  units: 1,
  charge: 90_000,
  ...change,
});
const span = (change: Partial<AuthorizedSpan> = {}): AuthorizedSpan => ({
  authorizationId: 'a1',
  number: 'PA-1',
  levelOfCare: 'residential',
  codes: [],
  from: day(0),
  to: day(4),
  ...change,
});
const statesOf = (ledger: Partial<EpisodeLedger>) =>
  matchEpisode({ services: [], authorizations: [], pending: [], ...ledger }).map((m) => m.state);

describe('a day of service', () => {
  test('is covered by the authorization of its level and days, and the proof says why', () => {
    const other = span({ authorizationId: 'a2', levelOfCare: 'partialHospitalization' });
    const [only] = matchEpisode({ services: [service(2)], authorizations: [other, span()], pending: [] });
    expect(only).toMatchObject({
      state: 'covered',
      portions: [{ authorizationId: 'a1', units: 1 }],
      atStake: 0,
      proof: [
        { authorizationId: 'a1', standing: 'covers' },
        { authorizationId: 'a2', standing: 'otherLevel' },
      ],
    });
  });

  test('after the last authorized day is expired, and its charge is at stake', () => {
    const [, late] = matchEpisode({ services: [service(4), service(5)], authorizations: [span()], pending: [] });
    expect(late).toMatchObject({ state: 'expired', uncoveredUnits: 1, atStake: 90_000 });
  });

  test.each([
    ['nothing is authorized', {}, 'noneOnFile'],
    ['the authorization begins later', { authorizations: [span({ from: day(3) })] }, 'noneOnFile'],
    [
      'the day is authorized for another level',
      { authorizations: [span({ levelOfCare: 'intensiveOutpatient' })] },
      'wrongLevel',
    ],
    ['the day is authorized for another code', { authorizations: [span({ codes: ['H0017'] })] }, 'wrongLevel'],
    ['the units are used up', { authorizations: [span({ units: 0 })] }, 'unitsExhausted'],
    [
      'it was asked for afterwards',
      { pending: [{ requestId: 'r', levelOfCare: 'residential', from: day(0), to: day(9), retrospective: true }] },
      'retroPending',
    ],
    [
      'it was asked for before and not answered',
      { pending: [{ requestId: 'r', levelOfCare: 'residential', from: day(0), to: day(9), retrospective: false }] },
      'noneOnFile',
    ],
  ] as const)('when %s is in the state of that', (_, ledger, expected) => {
    expect(statesOf({ services: [service(2)], ...ledger })).toEqual([expected]);
  });

  test('of several units may be covered in part; what is left is at stake in proportion', () => {
    const therapy = service(1, { units: 4, charge: 40_001 });
    const [only] = matchEpisode({ services: [therapy], authorizations: [span({ units: 3 })], pending: [] });
    expect(only).toMatchObject({ state: 'unitsExhausted', uncoveredUnits: 1, atStake: 10_000 });
  });

  test('takes from the authorization that ends first, so that later days keep the longer one', () => {
    const short = span({ authorizationId: 'short', to: day(1), units: 1 });
    const long = span({ authorizationId: 'long', to: day(9), units: 1 });
    expect(statesOf({ services: [service(0), service(5)], authorizations: [long, short] })).toEqual([
      'covered',
      'covered',
    ]);
  });
});

const someDay = fc.integer({ min: 0, max: 12 });
const level = fc.constantFrom('residential', 'partialHospitalization');
const code = fc.constantFrom('H0018', 'H0017');
const anyService = fc
  .record({
    at: someDay,
    levelOfCare: level,
    code,
    units: fc.integer({ min: 1, max: 4 }),
    charge: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ at, ...rest }) => ({ on: day(at), ...rest }));
const anySpan = fc
  .record(
    {
      from: someDay,
      length: fc.integer({ min: 0, max: 6 }),
      levelOfCare: level,
      codes: fc.subarray(['H0018', 'H0017']),
      units: fc.integer({ min: 0, max: 6 }),
    },
    { requiredKeys: ['from', 'length', 'levelOfCare', 'codes'] },
  )
  .map(({ from, length, ...rest }) => ({ from: day(from), to: day(from + length), ...rest }));
const anyPending = fc
  .record({ from: someDay, length: fc.integer({ min: 0, max: 6 }), levelOfCare: level, retrospective: fc.boolean() })
  .map(({ from, length, ...rest }) => ({ from: day(from), to: day(from + length), ...rest }));
const anyEpisode: fc.Arbitrary<EpisodeLedger> = fc.record({
  services: fc.array(anyService, { maxLength: 14 }).map((list) => list.map((s, i) => ({ ...s, serviceId: `s${i}` }))),
  authorizations: fc
    .array(anySpan, { maxLength: 6 })
    .map((list) => list.map((a, i): AuthorizedSpan => ({ ...a, authorizationId: `a${i}`, number: `PA-${i}` }))),
  pending: fc
    .array(anyPending, { maxLength: 2 })
    .map((list) => list.map((p, i): PendingSpan => ({ ...p, requestId: `r${i}` }))),
});

describe('matching', () => {
  test('uses no unit of an authorization twice, and none outside its days, level and codes', () => {
    fc.assert(
      fc.property(anyEpisode, (episode) => {
        const matched = matchEpisode(episode);
        for (const a of episode.authorizations) {
          const uses = matched.flatMap((m) =>
            m.portions.filter((p) => p.authorizationId === a.authorizationId).map((p) => ({ ...p, s: m.service })),
          );
          expect(uses.reduce((sum, u) => sum + u.units, 0)).toBeLessThanOrEqual(a.units ?? Number.POSITIVE_INFINITY);
          for (const { s, units } of uses) {
            expect(units).toBeGreaterThan(0);
            expect(s.on >= a.from && s.on <= a.to && s.levelOfCare === a.levelOfCare).toBe(true);
            expect(a.codes.length === 0 || a.codes.includes(s.code)).toBe(true);
          }
        }
      }),
    );
  });

  test('covers or leaves open each unit exactly once, and puts at stake only what is open', () => {
    fc.assert(
      fc.property(anyEpisode, (episode) => {
        const matched = matchEpisode(episode);
        expect(matched).toHaveLength(episode.services.length);
        for (const m of matched) {
          expect(m.portions.reduce((sum, p) => sum + p.units, 0) + m.uncoveredUnits).toBe(m.service.units);
          expect(m.state === 'covered').toBe(m.uncoveredUnits === 0);
          expect(m.atStake).toBeLessThanOrEqual(m.service.charge);
          if (m.uncoveredUnits === 0) expect(m.atStake).toBe(0);
        }
      }),
    );
  });

  test('leaves no unit unused that an open service could have taken at the end', () => {
    fc.assert(
      fc.property(anyEpisode, (episode) => {
        const matched = matchEpisode(episode);
        const used = (id: string) =>
          matched.flatMap((m) => m.portions).reduce((sum, p) => sum + (p.authorizationId === id ? p.units : 0), 0);
        for (const m of matched.filter((x) => x.uncoveredUnits > 0))
          for (const a of episode.authorizations) {
            const fits =
              m.service.on >= a.from &&
              m.service.on <= a.to &&
              m.service.levelOfCare === a.levelOfCare &&
              (a.codes.length === 0 || a.codes.includes(m.service.code));
            if (fits) expect(used(a.authorizationId)).toBe(a.units);
          }
      }),
    );
  });

  test('does not depend on the order in which anything arrived', () => {
    fc.assert(
      fc.property(anyEpisode, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (episode, chance) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((value) => ({ value, at: chance.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map((x) => x.value);
        expect(
          matchEpisode({
            services: shuffled(episode.services),
            authorizations: shuffled(episode.authorizations),
            pending: shuffled(episode.pending),
          }),
        ).toEqual(matchEpisode(episode));
      }),
    );
  });

  test('one change at a time gives what matching from scratch gives, whatever the order of the changes', () => {
    const anyChange: fc.Arbitrary<LedgerChange> = fc.oneof(
      fc
        .tuple(anyService, fc.integer({ min: 0, max: 5 }))
        .map(([s, n]): LedgerChange => ({ kind: 'service', service: { ...s, serviceId: `s${n}` } })),
      fc.integer({ min: 0, max: 5 }).map((n): LedgerChange => ({ kind: 'serviceRemoved', serviceId: `s${n}` })),
      fc.tuple(anySpan, fc.integer({ min: 0, max: 3 })).map(
        ([a, n]): LedgerChange => ({
          kind: 'authorization',
          authorization: { ...a, authorizationId: `a${n}`, number: `PA-${n}` },
        }),
      ),
      fc
        .integer({ min: 0, max: 3 })
        .map((n): LedgerChange => ({ kind: 'authorizationRemoved', authorizationId: `a${n}` })),
      anyPending.map((p): LedgerChange => ({ kind: 'pending', pending: { ...p, requestId: 'r0' } })),
      fc.constant<LedgerChange>({ kind: 'pendingRemoved', requestId: 'r0' }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('e1', 'e2'), anyChange), { maxLength: 40 }), (changes) => {
        const ledger = changes.reduce((l, [episode, change]) => applyChange(l, episode, change), emptyLedger);
        const scratch = [...ledger.episodes.values()].map((e) => ({ ...e, matched: matchEpisode(e) }));
        expect([...ledger.episodes.values()].map((e) => e.matched)).toEqual(scratch.map((e) => e.matched));
        expect(ledger.totals).toEqual(
          scratch.map((e) => totalsOf(e.matched)).reduce((a, b) => addTotals(a, b), noTotals),
        );
      }),
    );
  });
});

test('the share with a valid authorization counts services, and is unknown while there are none', () => {
  expect(validShare(noTotals)).toBeUndefined();
  const matched = matchEpisode({
    services: [service(3), service(4), service(5)],
    authorizations: [span()],
    pending: [],
  });
  expect(validShare(totalsOf(matched))).toBeCloseTo(2 / 3);
});
