import { clinical } from './clinical.ts';
import { at, readsAs } from './readsAs.ts';

const source = { kind: 'request', field: 'rationale' } as const;

readsAs(clinical, {
  FactsRecorded: [
    {
      facts: ['lab.pao2', 'b', 'c', 'd'].map((key) => ({
        id: key,
        key,
        value: { kind: 'boolean', value: true } as const,
        source,
      })),
      replaces: ['x'],
    },
    'Recorded 4 facts: PaO2; b; c and 1 more, in place of 1 earlier fact.',
  ],
  CriteriaEvaluated: [
    {
      evaluations: [
        {
          evaluationId: 'e1',
          itemSequence: 2,
          criteria: { setId: 's', version: '1', name: 'Home oxygen', citation: 'c' },
          tree: 'initial',
          truth: 'notMet',
          leaves: [],
          evaluatedAt: at('2026-11-20T15:00:00.000Z'),
          wouldChange: [],
        },
      ],
    },
    'Read the criteria: Home oxygen for item 2 is not met.',
  ],
});
