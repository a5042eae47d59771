import type { FindingPage, Replay } from '@openum/casework/port/replays.ts';
import type { CaseTried } from '@openum/casework/replay/onCase.ts';
import { replayDimensions, replayEffects } from '@openum/domain/replay/line.ts';
import { z } from 'zod';
import { criteriaSetBody } from './criteriaSet.ts';

/** GET /api/own-criteria/:setId/replays; newest first. */
export type ReplaysView = { readonly replays: readonly Replay[] };
/** POST /api/own-criteria/:setId/replays and /api/replays/:replayId/cancel */
export type ReplayView = Replay;
/** GET /api/replays/:replayId/findings */
export type FindingsView = FindingPage;
/** POST /api/own-criteria/try */
export type TriedView = CaseTried;

export const findingsQuery = z.object({
  effect: z.enum(replayEffects).optional(),
  dimension: z.enum(replayDimensions).optional(),
  value: z.string().max(300).optional(),
  after: z
    .string()
    .max(120)
    .regex(/^\S+ \d+$/)
    .optional(),
});

export const acknowledgeBody = z.object({ sequence: z.int32().min(0) });

export const tryBody = z.object({ set: criteriaSetBody, caseNumber: z.string().trim().min(1).max(40) });
export type TryBody = z.input<typeof tryBody>;
