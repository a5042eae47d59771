import type { SuggestionEvent } from '@openum/domain/suggestion/event.ts';
import { agentWord, verdictWord } from '../../suggestion/words.ts';
import { because, type TimelineSubject } from './subject.ts';

export const suggestion: TimelineSubject<SuggestionEvent['type']> = {
  label: 'Suggestions of the model',
  sentences: {
    SuggestionAnswered: (d) =>
      `A suggestion of ${d.model} (${agentWord[d.agent].toLowerCase()}) was ${verdictWord[d.verdict]}${because(d.reason)}`,
  },
};
