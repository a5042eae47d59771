import type { LibraryEntry, LibrarySet } from '@openum/casework/criteria/library.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';

/** GET /api/criteria */
export type CriteriaLibraryView = { readonly today: CalendarDate; readonly sets: readonly LibraryEntry[] };
/** GET /api/criteria/:setId */
export type CriteriaSetView = LibrarySet;
