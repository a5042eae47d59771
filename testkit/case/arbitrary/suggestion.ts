import { verdicts } from '@openum/domain/suggestion/run.ts';
import fc from 'fast-check';
import { type Bodies, reason, some } from './piece.ts';

const citation = { documentId: 'd1', page: 1, quote: 'PaO2 52', span: { from: 0, to: 7 } };

export const suggestionBodies: Bodies<'AnswerSuggestion'> = {
  AnswerSuggestion: fc.record({
    answer: fc.record({
      runId: some('run-1', 'run-2'),
      position: fc.nat({ max: 2 }),
      agent: fc.constant('brief' as const),
      agentVersion: fc.constant('1'),
      model: fc.constant('a model'),
      suggestion: reason.map((text) => ({
        ...{ kind: 'briefNote' as const, itemSequence: 1, side: 'opposes' as const, text, citations: [citation] },
      })),
      verdict: some(...verdicts),
      reason,
      changedTo: reason,
    }),
    evaluations: fc.constant([]),
  }),
};
