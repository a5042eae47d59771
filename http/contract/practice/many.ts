import { z } from 'zod';

export type { OfPractice, PracticeName } from '@openum/casework/practice/many/many.ts';
export type {
  ManyBoard,
  ManyDenials,
  ManyFigures,
  ManyTalks,
  ManyTasks,
} from '@openum/casework/practice/many/read.ts';

/** GET /api/practice/many/…: `in` leaves one of the practices; the others are then not looked at. */
export const manyQuery = z.object({ in: z.string().max(64).optional() });
export const manyFiguresQuery = manyQuery.extend({ days: z.coerce.number().int().min(1).max(730).default(90) });
