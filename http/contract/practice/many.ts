import { dueBuckets } from '@openum/domain/episode/board.ts';
import { z } from 'zod';
import { paging } from './request.ts';

export type { OfPractice, PracticeName } from '@openum/casework/practice/many/many.ts';
export type {
  ManyBoard,
  ManyDenials,
  ManyFigures,
  ManyTalks,
  ManyTasks,
} from '@openum/casework/practice/many/read.ts';

/** GET /api/practice/many/…: `in` leaves one of the practices; the others are then not looked at. */
const oneOf = z.object({ in: z.string().max(64).optional() });
export const manyQuery = oneOf.extend(paging);
export const manyBoardQuery = manyQuery.extend({ due: z.enum(dueBuckets).exactOptional() });
export const manyFiguresQuery = oneOf.extend({ days: z.coerce.number().int().min(1).max(730).default(90) });
