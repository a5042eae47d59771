import type { FileDirection, FileKind, FileStanding } from '@openum/domain/payerFile/file.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

/** A file that was sent to a payer or came from one, as it is kept: with everything but what became of it. */
export type PayerFile = {
  readonly fileId: string;
  readonly direction: FileDirection;
  readonly fileName: string;
  /** Of its content, in hex. */
  readonly sha256: string;
  readonly size: number;
  readonly keptAt: Instant;
  /** The person, or the folder line that it came by. */
  readonly keptBy: { readonly userId?: string; readonly name: string };
  /** The line that it goes by. */
  readonly line?: string;
  /** To whom it goes, and the number by which both sides know it. */
  readonly partner?: string;
  readonly control?: number;
  /** The number of the request or question in it. */
  readonly reference?: string;
  readonly episodeId?: string;
};

/** What somebody did with a file or with a part of it. */
export type PayerFileNote = {
  readonly at: Instant;
  readonly by: string;
  /** 0: the whole file. */
  readonly part: number;
  readonly standing: FileStanding;
  readonly text: string;
  readonly kinds?: readonly FileKind[];
  readonly episodeId?: string;
  readonly submissionId?: string;
};

export type ListedFile = PayerFile & { readonly standing: FileStanding; readonly kinds: readonly FileKind[] };

export type FileFilter = {
  readonly standings?: readonly FileStanding[];
  readonly direction?: FileDirection;
  readonly kind?: FileKind;
};

/** Files between a practice and its payers, byte by byte, and what became of each. Both only grow. */
export type PayerFiles = {
  keep(scope: Scope, file: PayerFile, bytes: Uint8Array): Promise<void>;
  note(scope: Scope, fileId: string, note: PayerFileNote): Promise<void>;
  find(scope: Scope, fileId: string): Promise<ListedFile | undefined>;
  content(scope: Scope, fileId: string): Promise<Uint8Array | undefined>;
  /** Oldest first. */
  notes(scope: Scope, fileId: string): Promise<readonly PayerFileNote[]>;
  /** The file with this content that came first. */
  ofContent(scope: Scope, sha256: string): Promise<PayerFile | undefined>;
  /** What was sent under this number of a request or question; the last one. */
  sentAs(scope: Scope, reference: string): Promise<ListedFile | undefined>;
  sentUnder(scope: Scope, partner: string, control: number): Promise<ListedFile | undefined>;
  /** Newest first; `after` is the id of the last one seen. */
  list(scope: Scope, filter: FileFilter, after: string | undefined, limit: number): Promise<readonly ListedFile[]>;
  /** The next control number for a partner: 1 to 999999999, none twice. */
  nextControl(scope: Scope, partner: string): Promise<number>;
};
