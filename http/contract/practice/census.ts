import { censusGapKinds } from '@openum/domain/practiceCensus/check.ts';
import { z } from 'zod';
import { calendarDay } from './field.ts';
import { paging } from './request.ts';

export type { CensusLine, CensusPage } from '@openum/casework/practice/census/check.ts';

/** GET /api/practice/census-check.csv: from this day on, and a month when none is named. */
export const censusCsvQuery = z.object({ from: calendarDay.exactOptional() });

/** GET /api/practice/census-check */
export const censusQuery = censusCsvQuery.extend({ kind: z.enum(censusGapKinds).exactOptional(), ...paging });
