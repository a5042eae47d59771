import type { Programme } from '../episode/record.ts';
import { type Episode, programmeOn } from '../episode/state.ts';
import type { CalendarDate } from '../time/instant.ts';

/** Why a move that was told late is no plain sequel of what is on record. */
export type LateMove =
  | { readonly ask: 'moveAfterDischarge'; readonly from: CalendarDate; readonly dischargedOn: CalendarDate }
  /** Another move is on record on that day; which came last nobody can tell from a day. */
  | { readonly ask: 'moveOnSameDay'; readonly from: CalendarDate; readonly known: string }
  /** Days were entered at another level than this one. */
  | { readonly ask: 'moveOverServices'; readonly from: CalendarDate; readonly services: number };

export type Move = {
  readonly from: CalendarDate;
  /** It goes between levels that are on record, and those after it stay. */
  readonly among: boolean;
};

export type FoundMove = { readonly move?: Move; readonly question?: LateMove };

const enteredOtherwise = (e: Episode, programme: Pick<Programme, 'levelOfCare'>, from: CalendarDate): number => {
  const until = e.levels.find((l) => l.from > from)?.from;
  return e.services.filter(
    (s) =>
      !s.withdrawn && s.levelOfCare !== programme.levelOfCare && s.on >= from && (until === undefined || s.on < until),
  ).length;
};

/**
 * Where in the history of levels a move belongs that happened on this day, whenever it was told. What cannot be put there without a
 * person keeps the message waiting.
 */
export const moveOf = (
  e: Episode,
  programme: Pick<Programme, 'programmeId' | 'levelOfCare'>,
  from: CalendarDate,
): FoundMove => {
  if (programmeOn(e, from).programmeId === programme.programmeId) return {};
  if (e.discharge && from > e.discharge.on)
    return { question: { ask: 'moveAfterDischarge', from, dischargedOn: e.discharge.on } };
  if (from < e.admittedOn) return {};
  const last = e.levels.at(-1)?.from ?? e.admittedOn;
  const move = { from, among: from <= last };
  if (e.levels.some((l) => l.from === from))
    return { move, question: { ask: 'moveOnSameDay', from, known: programmeOn(e, from).name } };
  const services = move.among || e.discharge ? enteredOtherwise(e, programme, from) : 0;
  return { move, ...(services > 0 ? { question: { ask: 'moveOverServices', from, services } } : {}) };
};
