import type { ZoneId } from '@openum/domain/time/instant.ts';
import { type PracticeActing, recordPracticeRead } from '../acting.ts';

/** Whose record a line is of. */
export type OfPractice = { readonly practice: { readonly tenantId: string; readonly name: string } };

export type PracticeName = OfPractice['practice'] & { readonly zone: ZoneId };

export const nameOf = ({ practice: { tenantId, name, zone } }: PracticeActing): PracticeName => ({
  tenantId,
  name,
  zone,
});

/**
 * Reads each practice by itself, in its own scope and under the roles that it granted, and writes the look into its log of reads.
 * Readings meet only in what this returns.
 */
export const inEach = async <T>(
  practices: readonly PracticeActing[],
  what: 'workList' | 'report',
  read: (me: PracticeActing) => Promise<T>,
): Promise<readonly { readonly me: PracticeActing; readonly reading: T }[]> => {
  const found = [];
  for (const me of practices) {
    const reading = await read(me);
    await recordPracticeRead(me, what);
    found.push({ me, reading });
  }
  return found;
};

/** The lines of each practice with its name. */
export const linesOf = <T, L extends object>(
  readings: readonly { readonly me: PracticeActing; readonly reading: T }[],
  of: (reading: T) => readonly L[],
): readonly (L & OfPractice)[] =>
  readings.flatMap(({ me, reading }) => {
    const { tenantId, name } = me.practice;
    return of(reading).map((line) => ({ ...line, practice: { tenantId, name } }));
  });

export type PageAsked = { readonly page: number; readonly size: number };

export type ManyPage<L> = PageAsked & { readonly lines: readonly L[]; readonly total: number };

/** One page of all lines, in the order in which they stand. */
export const pageOf = <L>(lines: readonly L[], { page, size }: PageAsked): ManyPage<L> => ({
  lines: lines.slice((page - 1) * size, page * size),
  total: lines.length,
  page,
  size,
});
