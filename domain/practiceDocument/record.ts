import { documentKinds } from '../checklist/kind.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';

/** What a document of an episode is: a record of care, or paper of a payer. */
export const practiceDocumentKinds = ['denialLetter', 'payerLetter', ...documentKinds] as const;
export type PracticeDocumentKind = (typeof practiceDocumentKinds)[number];

/** What a person says of a document. */
export type DocumentDescription = {
  readonly title: string;
  readonly kind?: PracticeDocumentKind;
  /** Day on which it was written; absent: unknown. */
  readonly recordedOn?: CalendarDate;
};

export type PracticeDocument = DocumentDescription & {
  readonly documentId: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
};

type Told = { readonly at: Instant; readonly by: string };

/** A document as it stands in an episode. One that was put to the wrong patient is taken back; its file stays kept. */
export type EpisodeDocument = PracticeDocument & {
  readonly added: Told;
  readonly withdrawn?: Told & { readonly reason: string };
};
