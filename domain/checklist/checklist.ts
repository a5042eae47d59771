import type { AttachedDocument } from '../case/event.ts';
import type { ReviewType, Setting } from '../case/request.ts';
import type { CalendarDate } from '../time/instant.ts';
import type { DocumentKind } from './kind.ts';

export type ChecklistPiece = {
  readonly pieceId: string;
  readonly label: string;
  /** What the sender is asked for, as a sentence. */
  readonly ask: string;
  /** Any one of these documents will do. */
  readonly kinds: readonly DocumentKind[];
  /** Facts that tell what the document would: any one of them, known. */
  readonly facts?: readonly string[];
};

/** What a request for a service should come with. */
export type Checklist = {
  readonly id: string;
  readonly version: string;
  readonly citation: string;
  readonly effectiveFrom: CalendarDate;
  readonly appliesTo: {
    readonly services?: readonly string[];
    readonly categories?: readonly string[];
    readonly settings?: readonly Setting[];
    readonly reviewTypes?: readonly ReviewType[];
  };
  readonly pieces: readonly ChecklistPiece[];
};

/** `unknown`: there are documents of which nobody has said what they are. */
export type PieceState = 'present' | 'missing' | 'unknown';

export type ChecklistFinding = ChecklistPiece & {
  readonly itemSequence: number;
  readonly checklistId: string;
  readonly checklistVersion: string;
  readonly citation: string;
  readonly state: PieceState;
  readonly documentIds: readonly string[];
  /** Keys of facts that stand in for it. */
  readonly knownBy: readonly string[];
};

export type ChecklistItem = {
  readonly sequence: number;
  readonly service: string;
  readonly category?: string;
  readonly on: CalendarDate;
};

type Asked = { readonly setting: Setting; readonly reviewType: ReviewType };

const any = <T>(wanted: readonly T[] | undefined, has: T | undefined): boolean =>
  wanted === undefined || (has !== undefined && wanted.includes(has));

const applies = ({ appliesTo: a, effectiveFrom }: Checklist, item: ChecklistItem, asked: Asked): boolean =>
  effectiveFrom <= item.on &&
  any(a.services, item.service) &&
  any(a.categories, item.category) &&
  any(a.settings, asked.setting) &&
  any(a.reviewTypes, asked.reviewType);

/** A message in a machine's words is no paper; a fax or a letter may hold any of the pieces. */
const isEvidence = (d: AttachedDocument): boolean =>
  d.kind !== undefined || !d.origin.startsWith('message:') || /^(application\/pdf|image\/)/.test(d.contentType);

/** One file may hold several pieces: a fax with an order, a note and a report. */
const kindsOf = ({ kind, parts = [] }: AttachedDocument): readonly DocumentKind[] => [
  ...(kind ? [kind] : []),
  ...parts.map((p) => p.kind),
];

/** Which pieces are there, for each open line; a piece is asked for once, however many lines want it. */
export const checklistOf = (
  lists: readonly Checklist[],
  items: readonly ChecklistItem[],
  asked: Asked,
  documents: readonly AttachedDocument[],
  knownFacts: readonly string[],
): readonly ChecklistFinding[] => {
  const sent = documents.filter(isEvidence);
  const unsorted = sent.some((d) => d.kind === undefined);
  const seen = new Set<string>();
  return items.flatMap((item) =>
    lists
      .filter((l) => applies(l, item, asked))
      .flatMap((list) =>
        list.pieces.flatMap((piece): ChecklistFinding[] => {
          if (seen.has(piece.pieceId)) return [];
          seen.add(piece.pieceId);
          const documentIds = sent
            .filter((d) => kindsOf(d).some((k) => piece.kinds.includes(k)))
            .map((d) => d.documentId);
          const knownBy = (piece.facts ?? []).filter((f) => knownFacts.includes(f));
          const present = documentIds.length > 0 || knownBy.length > 0;
          return [
            {
              ...piece,
              itemSequence: item.sequence,
              checklistId: list.id,
              checklistVersion: list.version,
              citation: list.citation,
              state: present ? 'present' : unsorted ? 'unknown' : 'missing',
              documentIds,
              knownBy,
            },
          ];
        }),
      ),
  );
};
