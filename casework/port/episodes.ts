import type { RecordedEpisodeEvent } from '@openum/domain/episode/event.ts';
import type { PackedEpisode } from '@openum/domain/ledger/packed.ts';
import type { CoveragePage, EpisodeFigures } from '@openum/domain/practiceMetrics/facts.ts';
import type { CalendarDate, Instant } from '@openum/domain/time/instant.ts';
import type { EpisodeMatter, EpisodeRow, EpisodeRows } from '../practice/episode/rows.ts';
import type { Link } from './chain.ts';
import type { Scope } from './scope.ts';

export type StoredEpisodeEvent = RecordedEpisodeEvent & Link & { readonly episodeId: string };

/** A file of an episode as it came or went, byte by byte. */
export type EpisodeFile = { readonly contentType: string; readonly bytes: Uint8Array };

export type NewEpisodeFile = EpisodeFile & {
  readonly fileId: string;
  /** To be read page by page after the append. */
  readonly toRead: boolean;
};

export type EpisodeAppend = {
  readonly episodeId: string;
  /** Number of events that the writer had seen; 0 for a new episode. */
  readonly expectedVersion: number;
  readonly events: readonly RecordedEpisodeEvent[];
  /** Identifies the intention: a second append with the same one changes nothing and answers as the first did. */
  readonly commandId?: string;
  readonly rows: EpisodeRows;
  /** Files that the events name, kept with them. */
  readonly files?: readonly NewEpisodeFile[];
};

export type EpisodeAppendOutcome =
  | { readonly kind: 'appended'; readonly version: number }
  | { readonly kind: 'conflict'; readonly version: number; readonly since: readonly StoredEpisodeEvent[] }
  | { readonly kind: 'sameCommand'; readonly version: number };

export type EpisodeFilter = {
  /** `present`: not discharged. */
  readonly presence: 'present' | 'discharged' | 'all';
  readonly programmeId?: string;
  readonly levelOfCare?: string;
  readonly payerId?: string;
  readonly patientId?: string;
  /** Start of the name, the chart number, the member number or the episode number. */
  readonly text?: string;
  /** In the practice on at least one day from here on. */
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
};

export type EpisodeVersion = { readonly episodeId: string; readonly version: number };

/** Days that are counted, as days from 1 January 1970, and the moment by which something had been written down. */
export type FiguresAsked = { readonly first: number; readonly last: number; readonly moment: Instant };

export type FiguresFound = {
  readonly episodeId: string;
  /** Absent where the read models do not say what was known at the moment, and the log must be read. */
  readonly figures?: EpisodeFigures;
};

/** Services, authorizations and open requests of an episode as they are stored packed, with how each service is said to be covered. */
export type StoredLedger = PackedEpisode & {
  readonly episodeId: string;
  readonly pages: readonly CoveragePage[];
};

/** The log of the episodes of a practice. An append writes events and read models in one transaction, or nothing. */
export type Episodes = {
  events(scope: Scope, episodeId: string): Promise<readonly StoredEpisodeEvent[]>;
  append(scope: Scope, append: EpisodeAppend): Promise<EpisodeAppendOutcome>;
  commandDone(scope: Scope, commandId: string): Promise<boolean>;
  file(scope: Scope, episodeId: string, fileId: string): Promise<EpisodeFile | undefined>;
  /** Read models as stored. */
  rows(scope: Scope, episodeId: string): Promise<EpisodeRows | undefined>;
  /** By name of the patient, then by id; `after` is the episode id of the last one seen. */
  list(scope: Scope, filter: EpisodeFilter, after: string | undefined, limit: number): Promise<readonly EpisodeRow[]>;
  /** Episode ids in ascending order, for walks over everything. */
  episodeIds(scope: Scope, after: string | undefined, limit: number): Promise<readonly string[]>;
  /**
   * The same with the number of events of each, for readers that kept what they folded before. With `matters` those that are read for
   * one of them, and those whose read models an earlier release made.
   */
  versions(
    scope: Scope,
    matters: readonly EpisodeMatter[] | undefined,
    after: string | undefined,
    limit: number,
  ): Promise<readonly EpisodeVersion[]>;
  /**
   * What the four questions read, in ascending order of the ids: every episode that was known at the moment and of which anything may be
   * counted on these days.
   */
  figures(
    scope: Scope,
    asked: FiguresAsked,
    after: string | undefined,
    limit: number,
  ): Promise<readonly FiguresFound[]>;
  /** The packed ledger of each episode, in ascending order of the ids. */
  ledger(scope: Scope, after: string | undefined, limit: number): Promise<readonly StoredLedger[]>;
  /** Episodes whose read models another release made. */
  outdated(scope: Scope, limit: number): Promise<readonly string[]>;
  /** Writes read models anew that were computed from the log at this version; false when the log has grown since. */
  replaceRows(scope: Scope, version: number, rows: EpisodeRows): Promise<boolean>;
  /** The logs of several episodes in one look, each in its order; what is not there is left out. */
  logs(scope: Scope, episodeIds: readonly string[]): Promise<ReadonlyMap<string, readonly StoredEpisodeEvent[]>>;
  /** The episode that holds this authorization number of a payer. */
  ofAuthorization(scope: Scope, number: string): Promise<readonly string[]>;
  /** The episode of which a service was billed on this claim. */
  ofClaim(scope: Scope, claimId: string): Promise<string | undefined>;
};
