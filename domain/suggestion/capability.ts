import { type Capability, intake, open } from '../case/capabilityRow.ts';
import type { SuggestionCommand } from './command.ts';

export const suggestionCapabilities: Record<SuggestionCommand['type'], Capability> = {
  AnswerSuggestion: {
    in: open,
    roles: intake,
    by: ['person'],
    source: 'Cal. Health & Safety Code 1367.01(k) and its like: a tool may assist, a person answers for what follows',
  },
};
