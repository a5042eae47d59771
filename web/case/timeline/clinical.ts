import { counted, type TimelineSubject } from './subject.ts';

const truths = { met: 'met', notMet: 'not met', unknown: 'not yet answerable' } as const;

export const clinical: TimelineSubject<'FactsRecorded' | 'CriteriaEvaluated'> = {
  label: 'Facts and criteria',
  sentences: {
    FactsRecorded: (d, said) => {
      const names = d.facts.slice(0, 3).map((f) => said.factLabel(f.key));
      const more = d.facts.length > names.length ? ` and ${d.facts.length - names.length} more` : '';
      const replaced = d.replaces?.length ? `, in place of ${counted(d.replaces.length, 'earlier fact')}` : '';
      return `Recorded ${counted(d.facts.length, 'fact')}: ${names.join('; ')}${more}${replaced}.`;
    },
    CriteriaEvaluated: (d) =>
      `Read the criteria: ${d.evaluations
        .map((e) => `${e.criteria.name} for item ${e.itemSequence} is ${truths[e.truth]}`)
        .join('; ')}.`,
  },
};
