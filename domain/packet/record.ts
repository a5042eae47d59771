import type { Submission } from '../episode/record.ts';
import type { CalendarDate, Instant } from '../time/instant.ts';

/** Ways in which paper leaves the practice. */
export const packetWays = ['fax', 'email', 'portal', 'mail', 'hand'] as const;
export type PacketWay = (typeof packetWays)[number];

/** A document that goes along, whole or some of its pages. */
export type ChosenPages = {
  readonly documentId: string;
  readonly pages?: { readonly from: number; readonly to: number };
};

/** A document in a bound file: what it was called then, when it was written, and on which pages it stands. */
export type BoundPart = ChosenPages & {
  readonly title: string;
  readonly recordedOn?: CalendarDate;
  readonly firstPage: number;
  readonly lastPage: number;
};

/** What a payer wants to read, and what the practice says to it. */
export type ClinicalUpdate = { readonly wanted: string; readonly text: string };

/** A request as it will stand in the record once the packet has gone. */
export type PacketRequest = Omit<Submission, 'channel' | 'sentAt' | 'sentTo' | 'spokeWith' | 'reference'>;

/** A request, or what a payer asked for, as one file. It is kept byte by byte under its id. */
export type Packet = {
  readonly packetId: string;
  readonly coverageId: string;
  readonly request?: PacketRequest;
  /** The request whose question it answers. */
  readonly answers?: { readonly submissionId: string; readonly summary: string };
  readonly updates: readonly ClinicalUpdate[];
  readonly parts: readonly BoundPart[];
  readonly addressee: string;
  readonly fax?: string;
  /** On what the sharing of records under 42 CFR Part 2 rests. */
  readonly consent?: string;
  readonly pages: number;
  readonly sha256: string;
};

export type PacketSending = {
  readonly packetId: string;
  readonly way: PacketWay;
  readonly sentAt: Instant;
  /** Number or address. */
  readonly sentTo: string;
  readonly reference?: string;
  readonly spokeWith?: string;
  /** What the server said that took it. */
  readonly response?: string;
};

export type PacketFailure = {
  readonly packetId: string;
  readonly way: PacketWay;
  readonly sentTo: string;
  readonly reason: string;
};

export type EpisodePacket = Packet & {
  readonly made: { readonly at: Instant; readonly by: string };
  readonly sent?: Omit<PacketSending, 'packetId'> & { readonly by: string };
  readonly failures: readonly (Omit<PacketFailure, 'packetId'> & { readonly at: Instant })[];
};
