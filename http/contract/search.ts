import type { ListedAppeal } from '@openum/casework/port/appeals.ts';
import type { CaseRow } from '@openum/casework/projection/rows.ts';
import { z } from 'zod';
import type { MemberHit, ProviderHit } from './request.ts';

/** GET /api/search */
export const everythingQuery = z.object({
  text: z.string().trim().min(1).max(100),
  limit: z.coerce.number().int().min(1).max(20).default(5),
});

export type SearchView = {
  readonly cases: readonly CaseRow[];
  readonly appeals: readonly ListedAppeal[];
  readonly members: readonly MemberHit[];
  readonly providers: readonly ProviderHit[];
};
