import { receiveRequest } from '@openum/casework/intake/receive.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { draw } from './arrivals.ts';
import { aDesk } from './desk.ts';
import { heap } from './heap.ts';
import type { Doing } from './office.ts';
import { programs } from './programs.ts';
import { type Random, seeded } from './random.ts';
import { aWorld, type World } from './world.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const start = Date.UTC(2026, 0, 1, 6);
/** Weeks after the last request in which what is under way comes to its end. */
const after = 100 * day;

/** Requests by hour of the local day. */
const byHour = [1, 1, 1, 1, 1, 2, 4, 8, 14, 16, 16, 15, 12, 14, 15, 14, 11, 7, 5, 3, 2, 2, 1, 1].map(
  (w, h) => [h, w] as const,
);

const arrivalTimes = (requests: number, days: number, random: Random): readonly number[] => {
  const weights = Array.from({ length: days }, (_, d) => {
    const weekday = new Date(start + d * day).getUTCDay();
    return [d, weekday === 0 || weekday === 6 ? 1 : 5] as const;
  });
  return Array.from({ length: requests }, () => {
    const d = random.weighted(weights);
    return start + d * day + random.weighted(byHour) * hour + random.whole(0, 3_599_999);
  }).sort((a, b) => a - b);
};

/** Hours in which the worker stands still: letters, alarms and lapses wait until it comes back. */
const outagesOf = (days: number, random: Random): readonly (readonly [from: number, until: number])[] =>
  Array.from({ length: Math.max(1, Math.round(days / 30)) }, () => {
    const from = start + random.whole(0, days * 24 - 1) * hour;
    return [from, from + random.whole(2, 9) * hour] as const;
  });

export type Setting = {
  readonly seed: number;
  readonly requests: number;
  readonly days: number;
  readonly nurses: number;
  readonly physicians: number;
};

export type Year = {
  readonly world: World;
  readonly desk: ReturnType<typeof aDesk>['counts'];
  readonly appeals: ReturnType<typeof aDesk>['appeals'];
  readonly requests: number;
  readonly decidedAtOnce: number;
  readonly outages: number;
  readonly now: number;
  readonly left: number;
};

/** `requests` over `days`, worked by people and worker until all that can end has ended. */
export const aYear = async (
  { seed, requests, days, nurses, physicians }: Setting,
  say: (line: string) => void,
): Promise<Year> => {
  const random = seeded(seed);
  const world = await aWorld(random, Math.max(200, Math.round(requests / 5)), { nurses, physicians });
  const agenda = heap<Doing>();
  const later = (at: number, doing: Doing): void => agenda.push(Math.max(Math.round(at), world.now()), doing);
  const desk = aDesk(world, later);
  const outages = outagesOf(days, random);
  const down = (ms: number): boolean => outages.some(([from, until]) => ms >= from && ms < until);
  let decidedAtOnce = 0;

  arrivalTimes(requests, days, random).forEach((at, i) => {
    later(at, async () => {
      const program = random.weighted(programs.map((p) => [p, p.weight] as const));
      const member = random.pick(world.members[program.line]);
      const { arrival, asked } = draw(i, program, member, new Date(at).toISOString() as Instant, random);
      const received = await receiveRequest(world.casework, arrival);
      if (received.kind !== 'received') throw new Error(`request ${i} was not taken: ${JSON.stringify(received)}`);
      const { caseId, state } = received;
      world.books.opened(caseId, program, arrival.receivedAt, state.request.authorizationRequired);
      const folder = {
        caseId,
        program,
        skill: asked.skill,
        ...(program.stay ? { stayDays: random.whole(2, 11) } : {}),
      };
      if (state.items.every((line) => line.determination)) decidedAtOnce += 1;
      else await desk.toPool(folder);
    });
  });
  desk.begin(start);
  for (const [, until] of outages) later(until, async () => {});

  const end = start + days * day + after;
  const worker = async (): Promise<void> => {
    if (!down(world.now())) await world.drain();
  };
  let months = 0;
  for (let next = agenda.peek(); ; next = agenda.peek()) {
    const at = next?.at ?? Number.POSITIVE_INFINITY;
    // The worker looks at the clocks each minute; nothing happens at the minutes in which nothing is due.
    const due = world.store.nextSweep();
    const look = Math.max(world.now(), Math.ceil((due + 1) / minute) * minute);
    if (look <= Math.min(at, end) && !down(look)) {
      world.setClock(look);
      await world.sweep();
      await worker();
      continue;
    }
    if (at > end) break;
    agenda.pop();
    world.setClock(at);
    await next?.value();
    await worker();
    const month = Math.floor((world.now() - start) / (30 * day));
    if (month > months) {
      months = month;
      say(
        `${new Date(world.now()).toISOString().slice(0, 10)}: ${world.store.counts.events} events, ${desk.waiting()} waiting, ${agenda.size()} planned`,
      );
    }
  }
  world.setClock(end);
  return {
    world,
    desk: desk.counts,
    appeals: desk.appeals,
    requests,
    decidedAtOnce,
    outages: outages.length,
    now: end,
    left: desk.waiting(),
  };
};
