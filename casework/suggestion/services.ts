import { type Episode, type EpisodeDenial, programmeOn } from '@openum/domain/episode/state.ts';
import { codesStanding } from '@openum/domain/suggestion/standing.ts';
import type { SwitchChange } from '@openum/domain/suggestion/switch.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** Codes of what was given on the denied days, and of the programme that they belong to. */
export const servicesOfDenial = (e: Episode, d: EpisodeDenial): readonly string[] => [
  ...new Set([
    ...e.services.filter((s) => !s.withdrawn && d.from <= s.on && s.on <= d.to).map((s) => s.code),
    programmeOn(e, d.from).code,
  ]),
];

/** Codes on the pages of a fax: those that the catalogue knows, and those that somebody has switched. */
export const servicesOnPages = (
  texts: readonly string[],
  changes: readonly SwitchChange[],
  { services }: Pick<Knowledge, 'services'>,
): readonly string[] =>
  codesStanding(texts, [
    ...services.services.map((s) => s.code),
    ...changes.flatMap(({ target }) => (target.kind === 'service' ? [target.code] : [])),
  ]);
