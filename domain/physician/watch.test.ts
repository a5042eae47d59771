import { physician, system } from '@openum/testkit/case/actors.ts';
import { claimedBy, denial, determine, referred } from '@openum/testkit/case/acts.ts';
import { asPhysician, inState, matchingPolicy } from '@openum/testkit/case/physicians.ts';
import { after, by, caseOf, now, received } from '@openum/testkit/case/story.ts';
import { describe, expect, test } from 'vitest';
import { rankPhysicians } from '../matching/match.ts';
import { addElapsed } from '../time/instant.ts';
import { openBy, seekBecause, type Watched } from './watch.ts';

const waiting = after(received(), referred());
const ranked = rankPhysicians([asPhysician()], { case: caseOf(waiting), demand: inState, policy: matchingPolicy, now });
const held = after(waiting, by(system, { type: 'AssignPhysician', because: 'referral', ranked }));
const hours = (n: number) => addElapsed(now, { hours: n });
const watched = (change: Partial<Watched> = {}): Watched => ({
  case: caseOf(held),
  holder: asPhysician(),
  opened: false,
  dueAt: hours(10),
  ...change,
});
const absence = (until: number) => [
  { absenceId: 'a', from: now, until: hours(until), recordedAt: now, recordedBy: 'A' },
];

describe('a case that waits for a physician', () => {
  test('is looked after at once while nobody has it, unless the plan wants that done by hand', () => {
    const given = watched({ case: caseOf(waiting) });
    expect(seekBecause(given, matchingPolicy, now)).toBe('referral');
    expect(seekBecause(given, { ...matchingPolicy, assignAtReferral: false }, now)).toBeUndefined();
  });

  test('moves on when half of the time left went by and it was not opened', () => {
    expect(seekBecause(watched(), matchingPolicy, hours(4))).toBeUndefined();
    expect(seekBecause(watched(), matchingPolicy, hours(5))).toBe('notOpened');
    expect(seekBecause(watched({ opened: true }), matchingPolicy, hours(5))).toBeUndefined();
  });

  test('moves on at once when the physician is away for longer than that, opened or not', () => {
    const away = (until: number) => watched({ holder: asPhysician({ absences: absence(until) }), opened: true });
    expect(seekBecause(away(6), matchingPolicy, now)).toBe('unavailable');
    expect(seekBecause(away(4), matchingPolicy, now)).toBeUndefined();
  });

  test('moves on from somebody who is no physician, or has left, at the same moment', () => {
    const { holder: _, ...nobody } = watched();
    expect(seekBecause(nobody, matchingPolicy, hours(1))).toBeUndefined();
    expect(seekBecause(nobody, matchingPolicy, hours(5))).toBe('notQualified');
    expect(seekBecause(watched({ holder: asPhysician({ active: false }) }), matchingPolicy, hours(5))).toBe(
      'notQualified',
    );
  });

  test('counts from the referral when somebody took it by themselves', () => {
    const taken = caseOf(after(waiting, claimedBy(physician)));
    expect(seekBecause(watched({ case: taken }), matchingPolicy, hours(5))).toBe('notOpened');
  });

  test('is left alone once it is decided', () => {
    const decided = caseOf(after(held, determine([denial()])));
    expect(seekBecause(watched({ case: decided }), matchingPolicy, hours(9))).toBeUndefined();
  });
});

test('a deadline that has passed leaves no time to open', () => {
  expect(openBy(hours(5), hours(3), 0.5)).toBe(hours(5));
});
