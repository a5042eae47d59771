import type { Patient } from '@openum/domain/episode/record.ts';
import type { OutgoingRequest } from '@openum/domain/payer/outgoing.ts';
import type { CalendarDate, Instant, ZoneId } from '@openum/domain/time/instant.ts';
import type { Scope } from './scope.ts';

/** A line over which X12 files go to one payer and come from it. */
export type FileLine = {
  readonly name: string;
  /** Who receives, as control numbers count it. */
  readonly partner: string;
  /** Files are dropped into a folder and picked up from one; otherwise a person carries them. */
  readonly folder: boolean;
  /** The payer wants to hear whether its files could be read. */
  readonly acknowledges: boolean;
};

/** What the envelope of a file says besides its content. */
export type FileEnvelope = { readonly control: number; readonly at: Instant; readonly zone: ZoneId };

export type MadeFile = { readonly fileName: string; readonly bytes: Uint8Array };

export type FileRequest = {
  readonly request: OutgoingRequest;
  /** The authorization that a continued stay goes on from. */
  readonly previousAuthorization?: string;
};

export type BenefitQuestion = {
  readonly questionId: string;
  readonly patient: Patient;
  readonly memberNumber: string;
  /** Day for which it asks. */
  readonly on: CalendarDate;
  /** X12 1365. */
  readonly serviceTypes: readonly string[];
};

/** Lines of this installation that carry X12 files; no practice sees another's. Calls for a line that is not there throw. */
export type FileLines = {
  /** Practices that have any. */
  tenants(): readonly string[];
  lines(scope: Scope): readonly FileLine[];
  /** A request for review (278). */
  request(scope: Scope, line: string, request: FileRequest, envelope: FileEnvelope): MadeFile;
  /** A question about benefits (270). */
  question(scope: Scope, line: string, question: BenefitQuestion, envelope: FileEnvelope): MadeFile;
  /** What is said back about a file that came (TA1, 999); undefined when nothing is to be said. */
  acknowledgment(scope: Scope, line: string, received: Uint8Array, envelope: FileEnvelope): MadeFile | undefined;
  /** False when it could not be put there; it is tried again. The same file twice is one file. */
  drop(scope: Scope, line: string, file: MadeFile): Promise<boolean>;
  /** What lies in the folder of the line, whole. */
  waiting(scope: Scope, line: string): Promise<readonly MadeFile[]>;
  /** It has been kept: it leaves the folder. */
  taken(scope: Scope, line: string, fileName: string): Promise<void>;
};
