import { actorName } from '../actor/actor.ts';
import type { AttachedDocument, RecordedEvent } from '../case/event.ts';
import type { Case } from '../case/state.ts';
import type { IntakeEvent } from './event.ts';

const withKind = (
  d: AttachedDocument,
  { kind, pages }: Extract<IntakeEvent, { type: 'DocumentKindSet' }>['data'],
): AttachedDocument => (pages ? { ...d, parts: [...(d.parts ?? []), { ...pages, kind }] } : { ...d, kind });

export const evolveIntake = (c: Case, e: Extract<RecordedEvent, { type: IntakeEvent['type'] }>): Case => {
  switch (e.type) {
    case 'PossibleDuplicatesFound': {
      const known = new Set(c.possibleDuplicates.map((d) => d.caseId));
      return {
        ...c,
        possibleDuplicates: [...c.possibleDuplicates, ...e.data.candidates.filter((d) => !known.has(d.caseId))],
      };
    }
    case 'DuplicateRuledOut': {
      const ruledOut = { reason: e.data.reason, by: actorName(e.actor), at: e.occurredAt };
      return {
        ...c,
        possibleDuplicates: c.possibleDuplicates.map((d) => (d.caseId === e.data.caseId ? { ...d, ruledOut } : d)),
      };
    }
    case 'CaseRouted': {
      const { assignee: _assignee, ...rest } = c;
      const { team, because, to } = e.data;
      return {
        ...rest,
        routed: { team, because, ...(to ? { toUserId: to.userId } : {}) },
        ...(to ? { assignee: to } : {}),
      };
    }
    case 'DocumentKindSet':
      return {
        ...c,
        documents: c.documents.map((d) => (d.documentId === e.data.documentId ? withKind(d, e.data) : d)),
      };
    default: {
      const never: never = e;
      return never;
    }
  }
};
