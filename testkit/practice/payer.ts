import { calendarById } from '@openum/content/calendar/load.ts';
import { examplePayerCards } from '@openum/content/payer/load.ts';
import { taskPolicy } from '@openum/content/practiceTask/load.ts';
import type { PayerCard } from '@openum/domain/payer/card.ts';

export const federalCalendar = calendarById('US-FED');
/** The card that has almost everything on it. */
export const [harborCard] = examplePayerCards as readonly [PayerCard];
export { taskPolicy };
