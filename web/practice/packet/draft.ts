import type { LevelRule } from '@openum/domain/payer/card.ts';
import { levelRule } from '@openum/domain/payer/question.ts';
import type { PacketBody, PacketDesk } from '@openum/http/contract/practice/packet.ts';
import type { RequestDesk } from '@openum/http/contract/practice/request.ts';

/** A document that was chosen; empty fields: all of its pages. */
export type ChosenDocument = { readonly documentId: string; readonly from: string; readonly to: string };

export type PacketDraft = {
  /** What is said to each wish of the payer. */
  readonly updates: Readonly<Record<string, string>>;
  readonly documents: readonly ChosenDocument[];
  readonly addressee: string;
  readonly fax: string;
  readonly consent: string;
};

const payerOf = (desk: RequestDesk, coverageId: string) =>
  desk.payers.find((p) => p.coverage.coverageId === coverageId);

export const beginPacket = (desk: RequestDesk, coverageId: string): PacketDraft => {
  const payer = payerOf(desk, coverageId);
  const fax = payer?.card?.card.channels?.value.find((c) => c.channel === 'fax')?.address ?? '';
  return { updates: {}, documents: [], addressee: payer?.coverage.payerName ?? '', fax, consent: '' };
};

/** What this payer wants to read for a level; empty where nobody has asked. */
export const wishesOf = (desk: RequestDesk, coverageId: string, levelOfCare: string): readonly string[] => {
  const rule: LevelRule | undefined = levelRule(payerOf(desk, coverageId)?.card?.card, levelOfCare);
  return rule?.wants?.value ?? [];
};

const wholeOrEmpty = (text: string): boolean => text === '' || /^[1-9]\d*$/.test(text);

export const documentProblems = (documents: readonly ChosenDocument[], desk: Pick<PacketDesk, 'documents' | 'pages'>) =>
  documents.flatMap(({ documentId, from, to }) => {
    const title = desk.documents.find((d) => d.documentId === documentId)?.title ?? 'A document';
    const most = desk.pages[documentId];
    if (!wholeOrEmpty(from) || !wholeOrEmpty(to)) return [`${title}: pages are whole numbers.`];
    if ((from === '') !== (to === '')) return [`${title}: enter the first and the last page, or neither.`];
    if (Number(to) < Number(from)) return [`${title}: the last page lies before the first.`];
    return most !== undefined && Number(to) > most ? [`${title} has ${most} pages.`] : [];
  });

export const packetProblems = (draft: PacketDraft, desk: PacketDesk | undefined): readonly string[] => [
  ...(desk ? documentProblems(draft.documents, desk) : ['The documents are loading.']),
  ...(draft.addressee.trim() ? [] : ['Write to whom it goes.']),
  ...(desk?.part2 && !draft.consent.trim() ? ['Write on which consent the sharing rests (42 CFR Part 2).'] : []),
];

export const chosenPagesOf = (documents: readonly ChosenDocument[]): PacketBody['documents'] =>
  documents.map(({ documentId, from, to }) => ({
    documentId,
    ...(from && to ? { pages: { from: Number(from), to: Number(to) } } : {}),
  }));

/** The part of the body that the draft fills; only wishes of this payer, and only those that something is said to. */
export const packetPart = (draft: PacketDraft, wishes: readonly string[]) => ({
  updates: wishes.flatMap((wanted) => {
    const text = draft.updates[wanted]?.trim();
    return text ? [{ wanted, text }] : [];
  }),
  documents: chosenPagesOf(draft.documents),
  addressee: draft.addressee.trim(),
  ...(draft.fax.trim() ? { fax: draft.fax.trim() } : {}),
  ...(draft.consent.trim() ? { consent: draft.consent.trim() } : {}),
});
