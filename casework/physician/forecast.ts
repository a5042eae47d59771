import { forecastQueue, type QueueForecast } from '@openum/domain/physician/forecast.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import type { Casework } from '../casework.ts';
import type { Scope } from '../port/scope.ts';

/** Where nothing arrived of late, a line is taken to have as long as the shortest hard limit in common use. */
const usualHoursLeft = 24;

/** When the queue will miss a deadline, from its pace over the last hours that the plan looks back on. */
export const readForecast = async (
  { physicians, environment, knowledge }: Pick<Casework, 'physicians' | 'environment' | 'knowledge'>,
  scope: Scope,
): Promise<QueueForecast> => {
  const now = environment.now();
  const { paceHours } = knowledge.matchingPolicy;
  const [waiting, pace] = await Promise.all([
    physicians.waiting(scope),
    physicians.pace(scope, addElapsed(now, { hours: -paceHours }), now),
  ]);
  return forecastQueue(
    waiting,
    {
      arrivalsPerHour: pace.referred / paceHours,
      decisionsPerHour: pace.decided / paceHours,
      hoursLeftOnArrival: Math.max(0, pace.hoursLeft ?? usualHoursLeft),
    },
    now,
  );
};
