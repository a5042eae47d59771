import { appealOfClock } from '@openum/domain/appeal/appeal.ts';
import type { LapsedClock } from '@openum/domain/case/command.ts';
import type { StartedClock } from '@openum/domain/clock/started.ts';
import type { LoadedCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import { fullApproval } from '../determination/fullApproval.ts';
import { clocksNamed } from './clocks.ts';
import { automaticAfter, levelOf } from './level.ts';

type Parts = Pick<Casework, 'knowledge' | 'environment'>;

/** What an appeal that was not decided in time brings with it: the level that takes over, or all that was asked for. */
export const appealLapseOf = (
  { state: c }: Pick<LoadedCase, 'state'>,
  started: StartedClock,
  lapseEffect: LapsedClock['rule']['lapseEffect'],
  parts: Parts,
): Partial<Pick<LapsedClock, 'grants' | 'nextAppeal'>> => {
  const { knowledge, environment } = parts;
  const a = appealOfClock(c, started.clockId);
  if (!a) return {};
  if (lapseEffect === 'reverses') {
    const items = c.items.filter((i) => a.itemSequences.includes(i.sequence));
    const grants = items.map((item) => ({
      itemSequence: item.sequence,
      authorized: {
        ...fullApproval(c, item, knowledge, environment.now()),
        authorizationNumber: environment.newNumber('PA'),
      },
    }));
    return { grants };
  }
  const next = lapseEffect === 'forward' ? automaticAfter(knowledge, c, levelOf(knowledge, a)) : undefined;
  if (!next) return {};
  const clocks = clocksNamed(c, next.forwardRules, a.urgency, environment.now(), a.itemSequences, {
    casework: parts,
  }).map((k) => (k.startEvent === 'appealReceived' ? { ...k, startedAt: started.startedAt } : k));
  return {
    nextAppeal: { appealId: environment.newId(), number: environment.newNumber('AP'), level: next, clocks },
  };
};
