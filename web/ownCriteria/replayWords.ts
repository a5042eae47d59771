import { changedIn, fewestLines, type Tally } from '@openum/domain/replay/counts.ts';
import type { ReplayDimension, ReplayEffect } from '@openum/domain/replay/line.ts';
import { lineOfBusinessWord } from '../app/words.ts';

export const effectWord: Record<ReplayEffect, string> = {
  autoGained: 'would have been approved by itself',
  autoLost: 'would have gone to a person',
  met: 'criteria would have been met',
  notMet: 'criteria would not have been met',
  unknown: 'information would have been missing',
  notRead: 'would not have been read by these criteria',
};

export const dimensionWord: Record<ReplayDimension, string> = {
  lineOfBusiness: 'Line of business',
  age: 'Age',
  sex: 'Sex',
  language: 'Language',
  service: 'Service',
  facility: 'Facility or provider',
};

export const groupValueWord = (dimension: ReplayDimension, value: string): string =>
  dimension === 'lineOfBusiness' ? ((lineOfBusinessWord as Readonly<Record<string, string>>)[value] ?? value) : value;

export const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

/** Worse off: what would have been granted at once or found met, and no longer would. */
const against = (t: Tally): number => (t.autoLost ?? 0) + (t.notMet ?? 0) + (t.unknown ?? 0) + (t.notRead ?? 0);

/**
 * Groups that would fare worse than all together: twice as often, and often enough to say so. A reason to look, not a proof.
 */
export const standsOut = (group: Tally, all: Tally): boolean =>
  group.lines >= fewestLines && against(group) > 0 && against(group) / group.lines >= (2 * against(all)) / all.lines;

export const byChange = ([, a]: readonly [string, Tally], [, b]: readonly [string, Tally]): number =>
  changedIn(b) - changedIn(a) || b.lines - a.lines;
