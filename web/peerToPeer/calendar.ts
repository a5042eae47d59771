import type { Slot } from '@openum/domain/peerToPeer/event.ts';
import { addDays, type CalendarDate, dateInZone, type Instant, type ZoneId } from '@openum/domain/time/instant.ts';
import type { PeerToPeerBoardRow } from '@openum/http/contract/peerToPeer.ts';

/** A time of a talk on the calendar: agreed on, offered by the plan, or proposed by the clinician. */
export type CalendarSlot = {
  readonly row: PeerToPeerBoardRow;
  readonly slot: Slot;
  readonly kind: 'agreed' | 'offered' | 'proposed';
  /** Another talk of the same physician is agreed for an overlapping time. */
  readonly clash: boolean;
};

export type CalendarDay = { readonly day: CalendarDate; readonly slots: readonly CalendarSlot[] };

const overlaps = (a: Slot, b: Slot): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

const slotsOf = (row: PeerToPeerBoardRow): readonly Omit<CalendarSlot, 'clash'>[] => {
  const { scheduled, slots, proposals } = row.offer;
  if (scheduled) return [{ row, slot: scheduled.slot, kind: 'agreed' }];
  const of = (kind: CalendarSlot['kind']) => (slot: Slot) => ({ row, slot, kind });
  return [...slots.map(of('offered')), ...proposals.flatMap((p) => p.slots).map(of('proposed'))];
};

const later = (a: CalendarDate, b: CalendarDate): CalendarDate => [a, b].toSorted()[1] ?? a;

/** The times of these talks from today on, by day of the zone; empty days between stand as well. */
export const calendarOf = (
  rows: readonly PeerToPeerBoardRow[],
  now: Instant,
  zone: ZoneId,
  leastDays = 7,
): readonly CalendarDay[] => {
  const today = dateInZone(now, zone);
  const every = rows.flatMap(slotsOf).filter((s) => s.slot.endsAt > now || s.kind === 'agreed');
  const agreed = every.filter((s) => s.kind === 'agreed');
  const placed = every
    .map(
      (s): CalendarSlot => ({
        ...s,
        clash: agreed.some(
          (a) =>
            a.row !== s.row &&
            a.row.offer.physician !== undefined &&
            a.row.offer.physician.userId === s.row.offer.physician?.userId &&
            overlaps(a.slot, s.slot),
        ),
      }),
    )
    .toSorted((a, b) => (a.slot.startsAt < b.slot.startsAt ? -1 : 1));
  // What is over and was not written down stands under today, where somebody sees it.
  const dayOf = (s: CalendarSlot): CalendarDate => later(today, dateInZone(s.slot.startsAt, zone));
  const last = placed.map(dayOf).reduce(later, addDays(today, leastDays - 1));
  const days: CalendarDate[] = [];
  for (let day = today; day <= last; day = addDays(day, 1)) days.push(day);
  return days.map((day) => ({ day, slots: placed.filter((s) => dayOf(s) === day) }));
};
