import type { Assignee } from '../case/event.ts';
import type { DocumentKind } from '../checklist/kind.ts';
import type { PageRange } from '../document/part.ts';
import type { DuplicateCandidate } from '../duplicate/duplicate.ts';
import type { TeamRef } from '../routing/route.ts';

export type IntakeEvent =
  | {
      /** What the rules found in common with other requests of the member. It decides nothing. */
      readonly type: 'PossibleDuplicatesFound';
      readonly data: { readonly candidates: readonly DuplicateCandidate[]; readonly rulesVersion: string };
    }
  | {
      readonly type: 'DuplicateRuledOut';
      readonly data: { readonly caseId: string; readonly caseNumber: string; readonly reason: string };
    }
  | {
      readonly type: 'CaseRouted';
      readonly data: {
        readonly team: TeamRef;
        /** Absent: the team has nobody who could take it. */
        readonly to?: Assignee;
        readonly from?: Assignee;
        readonly because: string;
      };
    }
  | {
      readonly type: 'DocumentKindSet';
      readonly data: {
        readonly documentId: string;
        readonly from?: DocumentKind;
        readonly kind: DocumentKind;
        /** Of these pages alone; absent: of the document as a whole. */
        readonly pages?: PageRange;
      };
    };
