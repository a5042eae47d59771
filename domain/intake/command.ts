import type { Assignee } from '../case/event.ts';
import type { DocumentKind } from '../checklist/kind.ts';
import type { PageRange } from '../document/part.ts';
import type { TeamRef } from '../routing/route.ts';

export type IntakeCommand =
  | { readonly type: 'RuleOutDuplicate'; readonly ofCaseId: string; readonly reason: string }
  | {
      readonly type: 'RouteCase';
      readonly team: TeamRef;
      readonly to?: Assignee;
      readonly because: string;
      /** Who had it when the route was worked out; absent: nobody. Somebody else by now stands. */
      readonly from?: Assignee;
    }
  | {
      readonly type: 'SetDocumentKind';
      readonly documentId: string;
      readonly kind: DocumentKind;
      /** Of these pages alone; absent: of the document as a whole. */
      readonly pages?: PageRange | undefined;
    };
