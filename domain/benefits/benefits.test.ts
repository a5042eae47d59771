import { zone } from '@openum/testkit/practice/course.ts';
import {
  act,
  acted,
  admitted,
  authorization,
  coverage,
  dayOf,
  type EpisodeBody,
  episodeOf,
  now,
  service,
  today,
  whenActed,
} from '@openum/testkit/practice/episode.ts';
import { harborCard } from '@openum/testkit/practice/payer.ts';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate, instant } from '../time/instant.ts';
import { benefitCard, goodThrough } from './card.ts';
import { type BenefitReply, type BenefitStatement, toldBenefits } from './reply.ts';
import type { BenefitVerification, LevelBenefit } from './verification.ts';

const level = (change: Partial<LevelBenefit> = {}): LevelBenefit => ({
  levelOfCare: 'residential',
  covered: 'yes',
  authorizationRequired: 'yes',
  ...change,
});
const told = (change: Partial<BenefitVerification> = {}): BenefitVerification => ({
  verificationId: 'ver-1',
  coverageId: 'cov-1',
  verifiedAt: now,
  validThrough: addDays(today, 30),
  source: 'manual',
  spokeWith: 'Lena',
  active: 'yes',
  levels: [level()],
  ...change,
});
const verify = (change: Partial<BenefitVerification> = {}): EpisodeBody => ({
  type: 'RecordBenefits',
  ...told(change),
});
const refusalOf = (change: Partial<BenefitVerification>) => whenActed(admitted, act(verify(change)));
const card = (story = acted(admitted, verify()), on = today) => benefitCard(episodeOf(story), coverage(), on, zone);

describe('benefits that a payer told', () => {
  test('are added to what it told before', () => {
    const story = acted(admitted, verify(), verify({ verificationId: 'ver-2', active: 'no' }));
    expect(card(story)).toMatchObject({
      verification: { verificationId: 'ver-2' },
      earlier: [{ verificationId: 'ver-1' }],
      warnings: [{ kind: 'inactive' }, { kind: 'authorizationNeeded' }],
    });
  });

  test.each([
    [{ spokeWith: ' ' }, 'spokeWith or reference'],
    [{ validThrough: addDays(today, -1) }, 'validThrough'],
    [{ verifiedAt: instant('2026-11-25T00:00:00Z') }, 'verifiedAt'],
    [{ deductible: { total: 100, met: 200 } }, 'deductible.met'],
    [{ outOfPocket: { left: 0.5 } }, 'outOfPocket.left'],
    [{ levels: [level(), level()] }, 'levels.1.levelOfCare'],
    [{ levels: [level({ limit: { unit: 'days', allowed: 5, left: 6 } })] }, 'levels.0.limit.left'],
    [{ levels: [level({ coinsurancePercent: 120 })] }, 'levels.0.coinsurancePercent'],
    [{ coverageFrom: today, coverageTo: addDays(today, -1) }, 'coverageTo'],
  ])('name the field and the rule when something is wrong: %j', (change, field) => {
    expect(refusalOf(change as Partial<BenefitVerification>)).toMatchObject({ facts: { field } });
  });

  test('stand in the record once', () => {
    expect(whenActed(acted(admitted, verify()), act(verify()))).toMatchObject({ code: 'verificationRepeated' });
  });
});

describe('the card', () => {
  test('is empty, good, about to end, or over', () => {
    expect(card(admitted).standing).toBe('none');
    expect(card().standing).toBe('valid');
    expect(card(undefined, addDays(today, 28)).standing).toBe('endsSoon');
    expect(card(undefined, addDays(today, 31)).standing).toBe('expired');
  });

  test('counts what was given since against what was left', () => {
    const limit = { unit: 'days' as const, allowed: 30, used: 20 };
    const verifiedAt = instant('2026-11-20T17:00:00Z');
    const story = acted(
      admitted,
      { type: 'RecordServices', services: [service(18), service(19), service(20)], policy: 'warn' },
      verify({ verifiedAt, levels: [level({ limit })] }),
    );
    // Told on the 20th, day 19 of the stay: that day and the next count.
    expect(card(story)).toMatchObject({ left: 8 });
    expect(
      card(acted(story, { type: 'RecordServices', services: [service(21)], policy: 'warn' })).warnings,
    ).toContainEqual({ kind: 'limit', levelOfCare: 'residential', unit: 'days', left: 7 });
  });

  test('does not know what is left where nobody said what was used', () => {
    const limit = { unit: 'days' as const, allowed: 5 };
    const { left, warnings } = card(acted(admitted, verify({ levels: [level({ limit })] })));
    expect(left).toBeUndefined();
    expect(warnings.map((w) => w.kind)).toEqual(['authorizationNeeded']);
  });

  test('warns of a level that is not covered, of a coverage that ends, and of an authorization that nobody asked for', () => {
    const story = acted(admitted, verify({ coverageTo: addDays(today, 6), levels: [level({ covered: 'no' })] }));
    expect(card(story).warnings.map((w) => w.kind)).toEqual(['coverageEnds', 'notCovered', 'authorizationNeeded']);
    const asked = acted(story, { type: 'RecordAuthorization', authorization: authorization() });
    expect(card(asked).warnings.map((w) => w.kind)).toEqual(['coverageEnds', 'notCovered']);
  });

  test('is good for as long as the payer says, otherwise through the month, and never beyond the coverage', () => {
    const days = { ...harborCard, benefitsValidDays: { value: 10, source: 'phone' as const, on: dayOf(0) } };
    const { benefitsValidDays: _, ...silent } = harborCard;
    expect(goodThrough(calendarDate('2026-11-24'), days, undefined)).toBe('2026-12-04');
    expect(goodThrough(calendarDate('2026-11-24'), silent, undefined)).toBe('2026-11-30');
    expect(goodThrough(calendarDate('2026-12-24'), undefined, undefined)).toBe('2026-12-31');
    expect(goodThrough(calendarDate('2026-11-24'), days, calendarDate('2026-11-26'))).toBe('2026-11-26');
  });
});

const says = (change: Partial<BenefitStatement>): BenefitStatement => ({
  says: 'active',
  serviceTypes: ['30'],
  portion: 'whole',
  family: false,
  ...change,
});
const read = (...statements: readonly BenefitStatement[]) => {
  const reply: BenefitReply = {
    kind: 'benefits',
    references: ['q-1'],
    memberNumber: 'PHP1000017',
    patient: { family: 'Quigley' },
    payerName: 'Prairie Harbor',
    statements,
    rejections: [],
  };
  return toldBenefits(reply, [{ levelOfCare: 'residential', tiers: [['A7'], ['MH', 'A4', 'AI'], ['30']] }]);
};

describe('a 271 as a card', () => {
  test('takes of each level what was said nearest to it', () => {
    const { levels, active, planName } = read(
      says({ plan: 'Harbor PPO' }),
      says({ serviceTypes: ['MH'], authorization: 'no' }),
      says({ says: 'notCovered', serviceTypes: ['A7'] }),
      says({ says: 'copay', serviceTypes: ['MH'], amount: 4_000 }),
      says({ says: 'coinsurance', serviceTypes: ['30'], percent: 20 }),
    );
    expect({ active, planName }).toEqual({ active: 'yes', planName: 'Harbor PPO' });
    expect(levels).toEqual([
      {
        levelOfCare: 'residential',
        covered: 'no',
        authorizationRequired: 'no',
        copay: 4_000,
        coinsurancePercent: 20,
      },
    ]);
  });

  test('leaves unknown what was not said', () => {
    expect(read(says({ says: 'other' }))).toMatchObject({
      active: 'unknown',
      levels: [{ covered: 'unknown', authorizationRequired: 'unknown' }],
    });
    expect(read(says({ says: 'inactive' })).active).toBe('no');
  });

  test('keeps whole, used and left apart, of the member and not of the family', () => {
    const { deductible, levels } = read(
      says({ says: 'deductible', amount: 150_000 }),
      says({ says: 'deductible', amount: 400_000, family: true }),
      says({ says: 'deductible', amount: 90_000, portion: 'left' }),
      says({ says: 'limit', serviceTypes: ['A7'], quantity: 30, unit: 'days' }),
      says({ says: 'limit', serviceTypes: ['A7'], quantity: 12, unit: 'days', portion: 'left' }),
    );
    expect(deductible).toEqual({ total: 150_000, met: 60_000, left: 90_000 });
    expect(levels[0]?.limit).toEqual({ unit: 'days', allowed: 30, left: 12 });
  });

  test('leaves out what counts outside the network only, and finds who manages behavioural care', () => {
    const { levels, carveOut } = read(
      says({ inNetwork: 'yes' }),
      says({ says: 'copay', amount: 9_000, inNetwork: 'no' }),
      says({ says: 'contact', serviceTypes: ['MH'], contact: { name: 'Quiet Mind', phone: '8005550142' } }),
    );
    expect(levels[0]?.copay).toBeUndefined();
    expect(carveOut).toEqual({ name: 'Quiet Mind', phone: '8005550142' });
  });
});
