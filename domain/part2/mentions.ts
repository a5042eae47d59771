import { codesStanding } from '../suggestion/standing.ts';
import type { Part2Rule } from './part2.ts';

const shortest = 5;

/**
 * Whether a text that belongs to no case yet names a diagnosis or a service by which the rule would protect one. A code of four digits
 * may as well be a year or a telephone number, and says nothing.
 */
export const mentionsPart2 = (texts: readonly string[], { diagnosisPrefixes, serviceCodes }: Part2Rule): boolean =>
  codesStanding(
    texts,
    serviceCodes.filter((c) => c.length >= shortest),
  ).length > 0 ||
  (
    texts
      .join('\n')
      .toUpperCase()
      .match(/(?<![A-Z0-9])[A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?(?![0-9A-Z])/g) ?? []
  ).some((code) => diagnosisPrefixes.some((p) => code.startsWith(p)));
