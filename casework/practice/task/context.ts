import type { TaskContext } from '@openum/domain/practiceTask/context.ts';
import { noDuty, type TaskDuty } from '@openum/domain/practiceTask/task.ts';
import type { Instant, ZoneId } from '@openum/domain/time/instant.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import type { Casework } from '../../casework.ts';
import type { Scope } from '../../port/scope.ts';
import { cardsOn } from '../payer/cards.ts';

/** Payers of practices count federal holidays; none of the cards names another calendar. */
const calendarId = 'US-FED';

/** What tasks of a practice are derived with, at one moment. */
export const taskReading = async (
  casework: Pick<Casework, 'payerCards' | 'knowledge'>,
  scope: Scope,
  zone: ZoneId,
  now: Instant,
): Promise<{ readonly context: TaskContext; readonly duty: TaskDuty }> => {
  const [cards, saved] = await Promise.all([
    cardsOn(casework, scope, dateInZone(now, zone)),
    casework.payerCards.duty(scope),
  ]);
  return {
    context: {
      now,
      place: { zone, calendar: casework.knowledge.calendars(calendarId) },
      cardOf: (payerId) => cards.get(payerId)?.card,
      policy: casework.knowledge.taskPolicy,
    },
    duty: saved?.duty ?? noDuty,
  };
};
