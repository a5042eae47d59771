import { filterPages } from '@openum/casework/port/savedFilters.ts';
import type { FilterList } from '@openum/casework/savedFilter/savedFilters.ts';
import { z } from 'zod';

/** GET /api/saved-filters. */
export type SavedFiltersView = FilterList;

/** POST /api/saved-filters: takes the place of one's filter of this name on this page. */
export const saveFilterBody = z.object({
  page: z.enum(filterPages),
  name: z.string().trim().min(1).max(60),
  search: z
    .record(z.string().max(40), z.string().max(500))
    .refine((s) => Object.keys(s).length <= 30, 'must have at most 30 fields'),
  /** A team of the routing plan that one is in. */
  teamId: z.string().max(64).optional(),
});
