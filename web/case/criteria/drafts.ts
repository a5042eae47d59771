import type { LineOfBusiness } from '@openum/domain/case/request.ts';
import type { CriteriaLibraryView } from '@openum/http/contract/criteria.ts';

type Entry = CriteriaLibraryView['sets'][number];

/** The drafts that name one of these services for this line of business. */
export const draftsFor = (
  sets: readonly Entry[],
  line: LineOfBusiness,
  services: readonly string[],
): readonly Entry[] =>
  sets.filter(
    (s) => s.status === 'draft' && s.linesOfBusiness.includes(line) && s.services.some((c) => services.includes(c)),
  );
