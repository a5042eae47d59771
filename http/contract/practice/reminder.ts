import { z } from 'zod';

export type { ReminderLine, RemindersReading } from '@openum/casework/practice/reminder/read.ts';

/** POST /api/practice/reminders/seen */
export const seenBody = z.strictObject({ reminderIds: z.array(z.string().min(1).max(64)).max(500) });
export type SeenBody = z.input<typeof seenBody>;
