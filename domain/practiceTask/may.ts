import { type Episode, finalAnswer, openTalks } from '../episode/state.ts';
import type { CoveredService } from '../ledger/match.ts';
import { unfunded } from './money.ts';

/**
 * Whether something may be to be done for an episode on any day and by whatever card of a payer, as long as nothing new is written
 * down. An episode of which this is false has no task, so that nobody needs to read it for one.
 */
export const mayHaveTasks = (e: Episode, matched: readonly CoveredService[]): boolean =>
  e.discharge === undefined ||
  openTalks(e).length > 0 ||
  e.denials.length > 0 ||
  e.submissions.some((s) => finalAnswer(s) === undefined) ||
  unfunded(e, matched).length > 0;
