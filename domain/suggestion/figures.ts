import type { AgentId } from './agent.ts';
import { addDrops, type Drops } from './drop.ts';
import type { Failure, RunOutcome, Verdict } from './run.ts';
import { citationsOf } from './suggestion.ts';

export type RunFigures = {
  readonly agent: AgentId;
  readonly agentVersion: string;
  readonly model?: string;
  readonly outcome?: RunOutcome;
};
export type AnswerFigures = {
  readonly agent: AgentId;
  readonly agentVersion: string;
  readonly model: string;
  readonly verdict: Verdict;
};
export type CallFigures = {
  readonly agent: AgentId;
  readonly agentVersion: string;
  readonly model: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
};

/** How one agent did, in one version of its instructions and with one model. */
export type AgentFigures = {
  readonly agent: AgentId;
  readonly agentVersion: string;
  readonly model: string;
  readonly asked: number;
  readonly open: number;
  readonly abstained: number;
  readonly failed: Readonly<Partial<Record<Failure, number>>>;
  /** Suggestions that people saw. */
  readonly shown: number;
  readonly accepted: number;
  readonly edited: number;
  readonly rejected: number;
  readonly quotesFound: number;
  /** Quotes that did not stand on the page that the model named; nobody saw them. */
  readonly quotesFalse: number;
  readonly drops: Drops;
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
};

const none = 'none';

const empty = (agent: AgentId, agentVersion: string, model: string): AgentFigures => ({
  ...{ agent, agentVersion, model, asked: 0, open: 0, abstained: 0, failed: {}, shown: 0, accepted: 0, edited: 0 },
  ...{ rejected: 0, quotesFound: 0, quotesFalse: 0, drops: {}, calls: 0, inputTokens: 0, outputTokens: 0 },
});

const withRun = (f: AgentFigures, { outcome }: RunFigures): AgentFigures => {
  const asked = { ...f, asked: f.asked + 1 };
  if (!outcome) return { ...asked, open: f.open + 1 };
  switch (outcome.kind) {
    case 'abstained':
      return { ...asked, abstained: f.abstained + 1 };
    case 'failed':
      return { ...asked, failed: { ...f.failed, [outcome.because]: (f.failed[outcome.because] ?? 0) + 1 } };
    case 'suggested':
      return {
        ...asked,
        shown: f.shown + outcome.suggestions.length,
        quotesFound: f.quotesFound + outcome.suggestions.flatMap(citationsOf).length,
        quotesFalse: f.quotesFalse + (outcome.drops.quoteNotFound ?? 0) + (outcome.drops.pageUnknown ?? 0),
        drops: addDrops(f.drops, outcome.drops),
      };
    default: {
      const never: never = outcome;
      return never;
    }
  }
};

/** The figures of each agent, version and model, by their names. */
export const suggestionFigures = (
  runs: readonly RunFigures[],
  answers: readonly AnswerFigures[],
  calls: readonly CallFigures[],
): readonly AgentFigures[] => {
  const rows = new Map<string, AgentFigures>();
  const change = (
    { agent, agentVersion, model = none }: { agent: AgentId; agentVersion: string; model?: string },
    by: (f: AgentFigures) => AgentFigures,
  ): void => {
    const key = `${agent} ${agentVersion} ${model}`;
    rows.set(key, by(rows.get(key) ?? empty(agent, agentVersion, model)));
  };
  for (const r of runs) change(r, (f) => withRun(f, r));
  for (const a of answers) change(a, (f) => ({ ...f, [a.verdict]: f[a.verdict] + 1 }));
  for (const k of calls)
    change(k, (f) => ({
      ...f,
      calls: f.calls + 1,
      inputTokens: f.inputTokens + k.inputTokens,
      outputTokens: f.outputTokens + k.outputTokens,
    }));
  return [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, f]) => f);
};
