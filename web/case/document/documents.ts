import type { EmbeddedReport } from '@openum/domain/document/embedded.ts';
import { holderOf } from '@openum/domain/document/origin.ts';
import type { CaseView } from '@openum/http/contract/case.ts';

export type Listed = {
  readonly documentId: string;
  readonly title: string;
  readonly contentType?: string;
  readonly sizeBytes?: number;
  readonly origin: string;
  /** The clinician who sent it by a link. */
  readonly byGuest?: string;
  readonly opened: boolean;
  readonly embedded?: readonly EmbeddedReport[];
};

/** What can be opened on a case: the message as it came, then the documents in the order in which they came. */
export const listedDocuments = (view: CaseView): readonly Listed[] => {
  const opened = (id: string) => view.openedByMe.includes(id);
  const { messageId } = view.state.request;
  const guests = new Map(
    view.timeline.flatMap((e) =>
      e.type === 'DocumentAttached' && e.actor.kind === 'guest' ? [[e.data.documentId, e.actor.name] as const] : [],
    ),
  );
  const documents = view.state.documents.map((d): Listed => {
    const byGuest = guests.get(d.documentId);
    return { ...d, ...(byGuest ? { byGuest } : {}), opened: opened(d.documentId) };
  });
  if (messageId === undefined || documents.some((d) => d.documentId === messageId)) return documents;
  const original: Listed = {
    documentId: messageId,
    title: 'Original request message',
    origin: 'as it was received, unaltered',
    opened: opened(messageId),
  };
  return [original, ...documents];
};

/** The next one not yet opened after the present one, around the end; when all were opened, simply the next. */
export const nextDocument = (documents: readonly Listed[], present: string | undefined): string | undefined => {
  const from = documents.findIndex((d) => d.documentId === present);
  const after = [...documents.slice(from + 1), ...documents.slice(0, from + 1)];
  return (after.find((d) => !d.opened && d.documentId !== present) ?? after[0])?.documentId;
};

/** How a document came, without the identifiers of machines. */
export const originWords = (origin: string): string => {
  if (origin.startsWith('message:')) return 'as received, unaltered';
  if (origin.startsWith('portal:')) return 'sent with the form';
  if (holderOf({ origin })) return 'taken out of a FHIR document';
  if (/^urn:|^https?:/.test(origin)) return 'part of the message';
  return origin;
};
