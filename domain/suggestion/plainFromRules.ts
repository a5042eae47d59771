import type { Evaluation, LeafFinding } from '../criteria/evaluation.ts';

const asRequired = (l: LeafFinding): boolean => (l.truth === 'met') !== (l.negated === true);

const list = (head: string, leaves: readonly LeafFinding[]): string =>
  leaves.length === 0 ? '' : `${head}\n${[...new Set(leaves.map((l) => `- ${l.label}: ${l.explanation}`))].join('\n')}`;

/** A first text for the member out of what the criteria found, without a model: what was looked at, and what the record lacks. */
export const plainFromRules = (evaluations: readonly Evaluation[]): string =>
  evaluations
    .map(({ criteria, leaves, wouldChange }) => {
      const turning = leaves.filter((l) => wouldChange.includes(l.path));
      const against = turning.filter((l) => l.truth !== 'unknown' && !asRequired(l));
      const unknown = turning.filter((l) => l.truth === 'unknown');
      const findings = [
        list('What we found in your record is not what these rules ask for:', against),
        list('We did not find this in your record:', unknown),
      ].filter((t) => t !== '');
      return findings.length === 0 ? '' : [`We used these rules: ${criteria.name}.`, ...findings].join('\n');
    })
    .filter((t) => t !== '')
    .join('\n\n');
