import type { BenefitReply } from '../benefits/reply.ts';
import type { AnsweredLine } from '../payer/answer.ts';
import type { FileKind, PartnerId } from './file.ts';

/** What a payer said of the event or of one service. */
export type ReplyLine = Omit<AnsweredLine, 'sequence'> & { readonly code?: string };

/** An answer to a request for review (278). */
export type AuthorizationReply = {
  readonly kind: 'authorization';
  /** Numbers that the request gave itself and that come back. */
  readonly references: readonly string[];
  readonly memberNumber: string;
  readonly payerName: string;
  /** Of the event as a whole; it counts for each service of which nothing else is said. */
  readonly event?: ReplyLine;
  readonly services: readonly ReplyLine[];
  /** Why the payer could not take the request, in words. */
  readonly rejections: readonly string[];
  readonly message?: string;
};

/** Whether the other side could read what was sent: a group (999) or an envelope (TA1). */
export type ReceiptReply = {
  readonly kind: 'receipt';
  readonly of: 'group' | 'interchange';
  /** Control number of what was sent, as a number. */
  readonly control: number;
  readonly taken: boolean;
  /** What it found wrong, in words. */
  readonly findings: readonly string[];
};

/** Something that a person takes in step by step. */
export type ListPart = { readonly kind: 'remittance' | 'claims'; readonly count: number };

/** Of no use here. */
export type OtherPart = { readonly kind: 'other'; readonly set: string };

export type FilePart = AuthorizationReply | BenefitReply | ReceiptReply | ListPart | OtherPart;

/** A file as far as it could be read. */
export type ReadPayerFile = {
  readonly kinds: readonly FileKind[];
  readonly sender?: PartnerId;
  readonly parts: readonly FilePart[];
  /** What is wrong in what was read, each with its place; none of them repeats what stands there. */
  readonly problems: readonly string[];
  /** What could not be read at all: nothing of it is in the parts. */
  readonly unread: readonly string[];
};
