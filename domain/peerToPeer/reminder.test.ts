import { nurse, system } from '@openum/testkit/case/actors.ts';
import { referred } from '@openum/testkit/case/acts.ts';
import { agreed, declinedBy, hoursLater, missedBy, offered, talked } from '@openum/testkit/case/peerToPeer.ts';
import { after, by, caseOf, happened, received, type Story, when } from '@openum/testkit/case/story.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseCommand } from '../case/command.ts';
import { isRefusal } from '../case/refusal.ts';
import type { Instant } from '../time/instant.ts';
import { openPeerToPeers, type PeerToPeer } from './peerToPeer.ts';
import type { PeerToPeerPolicy } from './policy.ts';
import { escalationGround, remindersDue, remindersOf } from './reminder.ts';
import { missedByProvider, peerToPeerTasks } from './task.ts';

const policy: PeerToPeerPolicy = {
  id: 'test',
  version: '1',
  reminders: [
    { id: 'day', about: 'agreed', minutesBefore: 24 * 60 },
    { id: 'hour', about: 'agreed', minutesBefore: 60 },
    { id: 'half', about: 'window', share: 0.5 },
    { id: 'last', about: 'window', minutesBefore: 240 },
  ],
  escalateAtShare: 0.5,
  alertRoles: ['umDirector'],
};
const base = after(received(), referred());
const offer = (story: Story): PeerToPeer => {
  const [p] = caseOf(story).peerToPeer;
  if (!p) throw new Error('given: an offer');
  return p;
};
const open = after(base, offered());
const nobody = () => false;
const told = (keys: readonly string[], at: Instant): CaseCommand =>
  by(
    system,
    { type: 'TellPeerToPeer', offerId: 'offer-1', about: 'window', keys, plan: ['A'], clinician: 'mailed' },
    at,
  );

describe('the reminders of a talk', () => {
  test('of an open offer come at half of the window and four hours before its end', () => {
    expect(remindersOf(offer(open), [], policy).map((r) => [r.key, r.at])).toEqual([
      ['half', hoursLater(24)],
      ['last', hoursLater(44)],
    ]);
  });

  test('follow the window when a deadline ends it earlier', () => {
    expect(remindersOf(offer(open), [hoursLater(12)], policy)[0]?.at).toBe(hoursLater(6));
  });

  test('of an agreed talk come before its time, but not before it was agreed', () => {
    expect(remindersOf(offer(after(open, agreed(2))), [], policy).map((r) => r.at)).toEqual([hoursLater(1)]);
    expect(remindersOf(offer(after(open, agreed(24))), [], policy)).toHaveLength(1);
  });

  test('are due once, at their moment, until the talk is over', () => {
    expect(remindersDue(offer(open), [], policy, hoursLater(23))).toEqual([]);
    expect(remindersDue(offer(open), [], policy, hoursLater(24)).map((r) => r.key)).toEqual(['half']);
    const reminded = after(open, told(['half'], hoursLater(24)));
    expect(remindersDue(offer(reminded), [], policy, hoursLater(25))).toEqual([]);
    expect(remindersDue(offer(reminded), [], policy, hoursLater(48))).toEqual([]);
    expect(when(reminded, told(['half'], hoursLater(25)))).toMatchObject({ code: 'peerToPeerTold' });
    expect(happened(when(reminded, told(['half', 'last'], hoursLater(45))))[0]?.data).toMatchObject({ keys: ['last'] });
  });

  test('come anew when the talk is moved to another time', () => {
    const first = after(open, agreed(2), {
      ...told([`hour ${hoursLater(2)}`], hoursLater(1)),
      about: 'agreed',
    } as CaseCommand);
    const moved = after(first, agreed(24, nurse, hoursLater(1)));
    expect(remindersDue(offer(moved), [], policy, hoursLater(23)).map((r) => r.key)).toEqual([
      `hour ${hoursLater(24)}`,
    ]);
  });

  test('end with the talk', () => {
    for (const end of [talked(), declinedBy(), missedBy('provider', hoursLater(49))])
      expect(remindersOf(offer(after(open, end)), [], policy)).toEqual([]);
  });
});

describe('a deputy', () => {
  const { physician: _, ...unmanned } = { ...(offered() as Extract<CaseCommand, { type: 'OfferPeerToPeer' }>) };

  test('is needed when nobody took the talk by half of its window, or as soon as a time is agreed', () => {
    const p = offer(after(base, unmanned));
    expect(escalationGround(p, [], policy, hoursLater(23), nobody)).toBeUndefined();
    expect(escalationGround(p, [], policy, hoursLater(24), nobody)).toBe('nobodyTookIt');
    const timed = offer(after(base, unmanned, agreed(24)));
    expect(escalationGround(timed, [], policy, hoursLater(0), nobody)).toBe('nobodyTookIt');
  });

  test('is needed at once when whoever has the agreed talk will be away', () => {
    const p = offer(after(open, agreed(24)));
    expect(escalationGround(p, [], policy, hoursLater(1), nobody)).toBeUndefined();
    expect(escalationGround(p, [], policy, hoursLater(1), (at) => at === hoursLater(24))).toBe('away');
  });

  test('is needed when the plan missed the talk and nobody named one by half of what is left', () => {
    const p = offer(after(open, agreed(2), missedBy('plan', hoursLater(4))));
    expect(escalationGround(p, [], policy, hoursLater(25), nobody)).toBeUndefined();
    expect(escalationGround(p, [], policy, hoursLater(26), nobody)).toBe('planMissed');
  });
});

test('whatever happens to talks, each that has no end stands in a task that is due by its own end: nothing is missed silently', () => {
  const hour = fc.constantFrom(0, 1, 2, 3, 12, 24, 25, 47, 48, 49, 60).map(hoursLater);
  const act = fc.oneof(
    fc.record({ now: hour, offerId: fc.constantFrom('offer-1', 'offer-2') }).map((change) => offered(change)),
    hour.map((at) => agreed(2, nurse, at)),
    fc.tuple(fc.constantFrom('provider' as const, 'plan' as const), hour).map((args) => missedBy(...args)),
    hour.map((at) => declinedBy(nurse, at)),
    hour.map((at) => talked(at)),
    hour.map((at) => told(['half'], at)),
  );
  let waiting = 0;
  fc.assert(
    fc.property(fc.array(act, { maxLength: 10 }), (commands) => {
      const story = commands.reduce((s, c) => (isRefusal(when(s, c)) ? s : after(s, c)), open);
      const c = caseOf(story);
      const tasks = peerToPeerTasks(c, []);
      for (const p of [...openPeerToPeers(c), ...missedByProvider(c)]) {
        waiting += 1;
        const end = p.scheduled?.slot.endsAt ?? p.window.closesAt;
        expect(tasks.some((t) => t.dueAt <= end)).toBe(true);
      }
    }),
    { numRuns: 1500 },
  );
  expect(waiting).toBeGreaterThan(500);
});

test('a watch that looks at any moments tells of each reminder once, none after the end, and none is left out while it looks in time', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 30 }),
      fc.constantFrom<readonly Instant[]>([], [hoursLater(12)], [hoursLater(72)]),
      (moments, deadlines) => {
        let story = after(base, offered({ deadlines, slots: [] }));
        for (const at of moments.toSorted((a, b) => a - b).map(hoursLater)) {
          const due = remindersDue(offer(story), deadlines, policy, at);
          if (due.length > 0)
            story = after(
              story,
              told(
                due.map((r) => r.key),
                at,
              ),
            );
        }
        const p = offer(story);
        const given = p.told.flatMap((t) => t.keys);
        expect(new Set(given).size).toBe(given.length);
        for (const r of remindersOf(p, deadlines, policy)) {
          const seen = moments.map(hoursLater).some((at) => at >= r.at && at < p.window.closesAt);
          expect(given.includes(r.key)).toBe(seen);
        }
      },
    ),
  );
});
