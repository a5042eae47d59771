import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { EpisodeCommand, EpisodeCommandOf } from '@openum/domain/episode/command.ts';
import { decideEpisode } from '@openum/domain/episode/decide.ts';
import type { RecordedEpisodeEvent } from '@openum/domain/episode/event.ts';
import { evolveEpisode } from '@openum/domain/episode/evolve.ts';
import { type Episode, type EpisodeState, noEpisode } from '@openum/domain/episode/state.ts';
import type { Casework } from '../../casework.ts';
import type { NewEpisodeFile, StoredEpisodeEvent } from '../../port/episodes.ts';
import type { Scope } from '../../port/scope.ts';
import { type LoadedEpisode, loadEpisode } from './load.ts';
import { projectEpisode } from './project.ts';

export type EpisodeAct = {
  readonly episodeId: string;
  /** Number of events that the person was looking at; absent for acts that lose nothing on a newer state. */
  readonly expectedVersion?: number;
  readonly commandId?: string;
  /** Files that the events will name. */
  readonly files?: readonly NewEpisodeFile[];
  /** Builds the command from what the episode is now. */
  readonly command: (loaded: LoadedEpisode) => EpisodeCommand | Refusal | Promise<EpisodeCommand | Refusal>;
};

export type EpisodeActed =
  | {
      readonly kind: 'done';
      readonly version: number;
      readonly state: Episode;
      readonly events: readonly RecordedEpisodeEvent[];
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'stale'; readonly version: number; readonly since: readonly StoredEpisodeEvent[] };

type Needs = Pick<Casework, 'episodes'>;

/** Acts that stay right on whatever state they meet, so that a newer version is no reason to stop the person. */
const additive: readonly EpisodeCommand['type'][] = ['AddNote', 'HandOver', 'TakeTask'];

const maxAttempts = 5;

const after = (state: EpisodeState, events: readonly RecordedEpisodeEvent[]): Episode =>
  events.reduce(evolveEpisode, state) as Episode;

/**
 * Load, decide, append: one act on one episode. Two people at once: the log takes the first, and the second learns what changed.
 * An act without `expectedVersion` is decided again on the newer state, a bounded number of times.
 */
export const actOnEpisode = async ({ episodes }: Needs, scope: Scope, act: EpisodeAct): Promise<EpisodeActed> => {
  const { episodeId, commandId, expectedVersion, files } = act;
  const isDone = async (): Promise<boolean> =>
    commandId !== undefined && (await episodes.commandDone(scope, commandId));
  for (let attempt = 1; ; attempt++) {
    const loaded = await loadEpisode(episodes, scope, episodeId);
    if (!loaded) return { kind: 'refused', refusal: refuse('episodeNotFound') };
    const unchanged = { kind: 'done', version: loaded.state.version, state: loaded.state, events: [] } as const;
    const command = await act.command(loaded);
    if (isRefusal(command)) return (await isDone()) ? unchanged : { kind: 'refused', refusal: command };

    const mayRepeat = expectedVersion === undefined || additive.includes(command.type);
    if (!mayRepeat && expectedVersion !== loaded.state.version)
      return (await isDone())
        ? unchanged
        : { kind: 'stale', version: loaded.state.version, since: loaded.events.slice(expectedVersion) };

    const events = decideEpisode(command, loaded.state);
    if (isRefusal(events)) return (await isDone()) ? unchanged : { kind: 'refused', refusal: events };
    const state = after(loaded.state, events);
    const outcome = await episodes.append(scope, {
      episodeId,
      expectedVersion: loaded.state.version,
      events,
      ...(commandId ? { commandId } : {}),
      ...(files ? { files } : {}),
      rows: projectEpisode(episodeId, state),
    });
    if (outcome.kind === 'appended') return { kind: 'done', version: outcome.version, state, events };
    if (outcome.kind === 'sameCommand') return { ...unchanged, version: outcome.version };
    if (!mayRepeat || attempt === maxAttempts) return { kind: 'stale', version: outcome.version, since: outcome.since };
  }
};

export type EpisodeOpening = {
  readonly episodeId: string;
  readonly commandId?: string;
  readonly command: EpisodeCommandOf<'OpenEpisode'>;
  /** Coverages that stand with the opening, in the same append. */
  readonly coverages?: readonly EpisodeCommandOf<'SetCoverage'>[];
};

/** A new episode with the coverages that are known; in one append, so that none stands without its payer. */
export const openEpisode = async (
  { episodes }: Needs,
  scope: Scope,
  { episodeId, commandId, command, coverages = [] }: EpisodeOpening,
): Promise<EpisodeActed> => {
  let state: EpisodeState = noEpisode;
  const events: RecordedEpisodeEvent[] = [];
  for (const step of [command, ...coverages]) {
    const decided = decideEpisode(step, state);
    if (isRefusal(decided)) return { kind: 'refused', refusal: decided };
    events.push(...decided);
    state = after(state, decided);
  }
  const opened = state as Episode;
  const outcome = await episodes.append(scope, {
    episodeId,
    expectedVersion: 0,
    events,
    ...(commandId ? { commandId } : {}),
    rows: projectEpisode(episodeId, opened),
  });
  switch (outcome.kind) {
    case 'appended':
      return { kind: 'done', version: outcome.version, state: opened, events };
    case 'sameCommand': {
      const loaded = await loadEpisode(episodes, scope, episodeId);
      return loaded
        ? { kind: 'done', version: outcome.version, state: loaded.state, events: [] }
        : { kind: 'refused', refusal: refuse('episodeExists') };
    }
    case 'conflict':
      return { kind: 'refused', refusal: refuse('episodeExists') };
  }
};
