import type { Case } from '@openum/domain/case/state.ts';
import { localText } from '@openum/domain/clock/due.ts';
import type { Redaction } from '@openum/domain/suggestion/redact.ts';
import type { Exchange } from '../../port/modelLog.ts';
import type { ModelRecord, ProofQuestion } from '../model.ts';
import { exchangesPath, questionsPath } from '../proof.ts';
import { type IndexSection, paragraph, spaced, table } from './document.ts';

const sent: Record<Redaction, string> = {
  all: 'without names, numbers and days',
  identifiers: 'without names and numbers',
  none: 'as it is',
};

const outcomeText = ({ outcome }: ProofQuestion): string => {
  if (!outcome) return 'not answered yet';
  switch (outcome.kind) {
    case 'abstained':
      return 'nothing found';
    case 'failed':
      return `no answer: ${spaced(outcome.because).toLowerCase()}`;
    case 'suggested': {
      const left = Object.values(outcome.drops).reduce((sum, n) => sum + n, 0);
      return `${outcome.suggestions.length} suggested, ${left} left out`;
    }
    default: {
      const never: never = outcome;
      return never;
    }
  }
};

const answersText = (q: ProofQuestion, c: Case): string =>
  [...c.suggestionAnswers.filter((a) => a.runId === q.runId), ...q.answers.map((a) => ({ ...a, by: a.by.name }))]
    .map((a) => `${a.position + 1} ${a.verdict} by ${a.by}${a.reason ? `: ${a.reason}` : ''}`)
    .join('; ') || 'nobody has answered';

const sentText = (own: readonly Exchange[]): string =>
  own.map((x) => `${x.callId}, text ${x.redaction ? sent[x.redaction] : 'as the exchange shows'}`).join('; ') ||
  'nothing was sent';

/** What a language model was asked about the case, what came of it, and what people made of it. */
export const modelSection = ({ questions, exchanges }: ModelRecord, c: Case): IndexSection => ({
  heading: 'What a language model was asked',
  blocks: [
    paragraph(
      `A model only suggests. Each word as it was sent and as it came back stands in ${exchangesPath}, each question with its suggestions in ${questionsPath}.`,
    ),
    table(
      [
        ['Asked', 3],
        ['Agent and instructions', 3],
        ['By', 3],
        ['Model', 3],
        ['What came of it', 3],
        ['Exchanges', 5],
        ['What people made of it', 5],
      ],
      questions.map((q) => [
        localText(q.askedAt, c.request.zone),
        `${spaced(q.agent)}, ${q.agentVersion}`,
        q.askedBy?.name ?? 'by itself, after reading',
        q.model ?? 'none',
        outcomeText(q),
        sentText(exchanges.filter((x) => x.runId === q.runId)),
        answersText(q, c),
      ]),
      'A model was asked nothing about this case.',
    ),
  ],
});
