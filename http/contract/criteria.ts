import type { LibraryEntry, LibrarySet } from '@openum/casework/criteria/library.ts';
import type { OwnEntry } from '@openum/casework/ownCriteria/read.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';

/** GET /api/criteria */
export type CriteriaLibraryView = {
  readonly today: CalendarDate;
  readonly sets: readonly LibraryEntry[];
  /** The plan's own, with what has happened to their versions. */
  readonly own: readonly OwnEntry[];
};
/** GET /api/criteria/:setId */
export type CriteriaSetView = LibrarySet;
