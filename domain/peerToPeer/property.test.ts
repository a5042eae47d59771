import { nurse } from '@openum/testkit/case/actors.ts';
import { denial, determine, referred } from '@openum/testkit/case/acts.ts';
import { anyCommand } from '@openum/testkit/case/arbitrary/command.ts';
import {
  agreed,
  declinedBy,
  guest,
  hoursLater,
  inpatientRule,
  intended,
  missedBy,
  offered,
  stateRule,
  talked,
} from '@openum/testkit/case/peerToPeer.ts';
import { received } from '@openum/testkit/case/story.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseCommand } from '../case/command.ts';
import { decide } from '../case/decide.ts';
import type { RecordedEvent } from '../case/event.ts';
import { evolve } from '../case/evolve.ts';
import { isRefusal } from '../case/refusal.ts';
import type { CaseState } from '../case/state.ts';
import { isAdverse } from '../determination/determination.ts';

const some = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const hour = some(0, 1, 2, 3, 12, 24, 25, 47, 48, 60).map(hoursLater);
const deadlines = some([], [hoursLater(12)], [hoursLater(-2), hoursLater(24)], [hoursLater(72)]);
const rule = some(stateRule, inpatientRule);

/** What belongs to a talk, at any time and in any order. */
const around: fc.Arbitrary<CaseCommand> = fc.oneof(
  { weight: 2, arbitrary: hour.map((now) => ({ ...intended(), now })) },
  {
    weight: 5,
    arbitrary: fc.record({ now: hour, rule, deadlines, slots: fc.constant([]) }).map((change) => offered(change)),
  },
  { weight: 2, arbitrary: fc.tuple(some(2, 24), some(guest, nurse), hour).map((args) => agreed(...args)) },
  { weight: 2, arbitrary: hour.map((at) => talked(at)) },
  { weight: 2, arbitrary: fc.tuple(some('provider' as const, 'plan' as const), hour).map((args) => missedBy(...args)) },
  { weight: 1, arbitrary: fc.tuple(some(guest, nurse), hour).map((args) => declinedBy(...args)) },
  {
    weight: 8,
    arbitrary: fc.record({ now: hour, rule, deadlines }).map((given) =>
      determine([denial()], {
        now: given.now,
        peerToPeer: { offers: [given.rule], deadlines: given.deadlines },
        evidenceOpened: ['original', 'd1', 'd2'],
      }),
    ),
  },
  { weight: 3, arbitrary: anyCommand },
);
const history = fc.array(around, { minLength: 3, maxLength: 14 }).map((commands) => [referred(), ...commands]);
const runs = { numRuns: 2000 };

type Step = {
  readonly command: CaseCommand;
  readonly log: readonly RecordedEvent[];
  readonly events: readonly RecordedEvent[];
};

const play = (commands: readonly CaseCommand[]): readonly Step[] => {
  const start = received();
  let state: CaseState = start.state;
  let log: readonly RecordedEvent[] = start.events;
  return commands.map((command) => {
    const decided = decide(command, state);
    const events = isRefusal(decided) ? [] : decided;
    const step = { command, log, events };
    state = events.reduce(evolve, state);
    log = [...log, ...events];
    return step;
  });
};

/** Said again from the log alone: an offer of this line, after the intent where that comes first, and an end of it. */
const mayDeny = ({ command, log }: Step, item: number): boolean => {
  if (command.type !== 'DetermineItems') return false;
  const { offers, deadlines: limits } = command.peerToPeer;
  if (offers.length === 0) return true;
  const early = offers.some((o) => o.intentFirst);
  return log.some((offer) => {
    if (offer.type !== 'PeerToPeerOffered' || !offer.data.itemSequences.includes(item)) return false;
    const intended = log.some(
      (e) =>
        e.type === 'IntentToDenyRecorded' && e.data.itemSequences.includes(item) && e.recordedAt <= offer.recordedAt,
    );
    if (early && !intended) return false;
    const closed = [offer.data.window.closesAt, ...limits.filter((l) => l > offer.recordedAt)].some(
      (end) => command.now >= end,
    );
    const ended = log.some(
      (e) =>
        (e.type === 'PeerToPeerHeld' ||
          e.type === 'PeerToPeerDeclined' ||
          (e.type === 'PeerToPeerMissed' && e.data.by === 'provider')) &&
        e.data.offerId === offer.data.offerId,
    );
    return closed || ended;
  });
};

test('whatever is tried by whomever, nobody decides against a line before the offer that a rule demands has come to its end', () => {
  let adverse = 0;
  let inpatient = 0;
  fc.assert(
    fc.property(history, (commands) => {
      for (const step of play(commands)) {
        for (const e of step.events) {
          if (e.type !== 'ItemDetermined' || !isAdverse(e.data)) continue;
          expect(mayDeny(step, e.data.itemSequence)).toBe(true);
          if (step.command.type !== 'DetermineItems' || step.command.peerToPeer.offers.length === 0) continue;
          adverse += 1;
          if (step.command.peerToPeer.offers.some((o) => o.intentFirst)) inpatient += 1;
        }
      }
    }),
    runs,
  );
  // The property says something only while such decisions are reached.
  expect(adverse).toBeGreaterThan(100);
  expect(inpatient).toBeGreaterThan(30);
});

test('whatever is tried by whomever, no window runs past the first hard deadline after the offer', () => {
  let capped = 0;
  fc.assert(
    fc.property(history, (commands) => {
      for (const { command, events } of play(commands)) {
        if (command.type !== 'OfferPeerToPeer') continue;
        for (const e of events) {
          if (e.type !== 'PeerToPeerOffered') continue;
          const ahead = command.deadlines.filter((d) => d > command.now);
          for (const d of ahead) expect(e.data.window.closesAt <= d).toBe(true);
          expect(e.data.window.closesAt <= command.windowEndsAt).toBe(true);
          expect(e.data.window.closesAt > command.now).toBe(true);
          if (e.data.window.closesAt < command.windowEndsAt) capped += 1;
        }
      }
    }),
    runs,
  );
  expect(capped).toBeGreaterThan(50);
});

test('whatever a clinician sends through the link, it only agrees on, proposes or declines the talk of that link', () => {
  const turned = fc.tuple(around, fc.boolean(), some('offer-1', 'offer-2'));
  const byGuest = fc
    .array(turned, { maxLength: 12 })
    .map((drawn): readonly CaseCommand[] => [
      offered(),
      ...drawn.map(([command, isGuest, offerId]) =>
        isGuest ? ({ ...command, actor: { ...guest, offerId } } as CaseCommand) : command,
      ),
    ]);
  let done = 0;
  fc.assert(
    fc.property(byGuest, (commands) => {
      for (const { command, events } of play(commands)) {
        if (command.actor.kind !== 'guest') continue;
        for (const e of events) {
          done += 1;
          expect(['PeerToPeerScheduled', 'PeerToPeerTimesProposed', 'PeerToPeerDeclined']).toContain(e.type);
          expect('offerId' in e.data && e.data.offerId).toBe(command.actor.offerId);
        }
      }
    }),
    runs,
  );
  expect(done).toBeGreaterThan(100);
});
