import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { AgentId, Subject } from '@openum/domain/suggestion/agent.ts';
import type { RunInput } from '@openum/domain/suggestion/run.ts';
import { switchedOff } from '@openum/domain/suggestion/switch.ts';
import type { Casework } from '../casework.ts';
import type { Scope } from '../port/scope.ts';
import { agentVersion } from './prompt.ts';

export type Asking = {
  readonly agent: AgentId;
  readonly subject: Subject;
  readonly input: RunInput;
  /** Codes of the services that the subject is about. */
  readonly services: readonly string[];
  /** Absent: nobody asked; documents had been read. */
  readonly askedBy?: { readonly userId: string; readonly name: string };
};

const same = (a: RunInput, b: RunInput): boolean =>
  a.itemSequence === b.itemSequence && a.denialId === b.denialId && a.rationale === b.rationale;

/** Puts a question to an agent in line. The same question that still waits is not asked a second time. */
export const askAgent = async (
  casework: Casework,
  scope: Scope,
  { agent, subject, input, services, askedBy }: Asking,
): Promise<{ readonly runId: string } | Refusal> => {
  const { suggestions, modelSwitches, environment, languageModel } = casework;
  if (!languageModel) return refuse('modelOff', { why: 'no model is set up for this installation' });
  const off = switchedOff(await modelSwitches.changes(scope), agent, services);
  if (off) {
    const what =
      off.kind === 'service' ? `those for the service ${off.code} are` : off.kind === 'all' ? 'all are' : 'these are';
    return refuse('modelOff', { why: `${what} switched off by your organization` });
  }
  const waiting = (await suggestions.ofSubject(scope, subject)).find(
    (r) => r.agent === agent && r.outcome === undefined && same(r.input, input),
  );
  if (waiting) return { runId: waiting.runId };
  const runId = environment.newId();
  await suggestions.ask(scope, {
    runId,
    agent,
    agentVersion: agentVersion(agent),
    subject,
    input,
    services,
    askedAt: environment.now(),
    ...(askedBy ? { askedBy } : {}),
  });
  return { runId };
};
