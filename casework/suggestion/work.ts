import { type CheckedAll, checked } from '@openum/domain/suggestion/check.ts';
import { countDrops } from '@openum/domain/suggestion/drop.ts';
import { forbiddenIn } from '@openum/domain/suggestion/forbidden.ts';
import type { Failure, RunOutcome, SuggestionRun } from '@openum/domain/suggestion/run.ts';
import type { Proposal } from '@openum/domain/suggestion/suggestion.ts';
import { switchedOff } from '@openum/domain/suggestion/switch.ts';
import { dateInZone, startOfDay } from '@openum/domain/time/instant.ts';
import type { Casework } from '../casework.ts';
import { withOwnCriteria } from '../ownCriteria/knowledge.ts';
import type { Tenant } from '../port/identity.ts';
import type { ModelAnswer } from '../port/languageModel.ts';
import type { TakenRun } from '../port/suggestions.ts';
import type { AgentWork, Prepared } from './agent/agent.ts';
import { agentOf } from './agents.ts';
import { systemFor } from './prompt.ts';

const mostAttempts = 3;

const failed = (because: Failure): RunOutcome => ({ kind: 'failed', because });

/** What came of a question that a switch keeps from the model; undefined while none does. */
const silenced = async (
  { modelSwitches }: Casework,
  tenant: Tenant,
  { agent }: SuggestionRun,
  services: readonly string[],
): Promise<RunOutcome | undefined> => {
  const by = switchedOff(await modelSwitches.changes(tenant), agent, services);
  return by && { kind: 'failed', because: 'switchedOff', by };
};

/** One question, within the budget of the day, with both sides of it kept. */
const askOne = async (
  { casework, tenant, run, model }: AgentWork,
  { schema }: Prepared,
  prompt: string,
): Promise<ModelAnswer | Failure> => {
  const { modelLog, environment } = casework;
  const { runId, agent, agentVersion } = run;
  const at = environment.now();
  const system = systemFor(agent, schema);
  const callId = environment.newId();
  const begun = await modelLog.begin(
    tenant,
    {
      callId,
      runId,
      agent,
      agentVersion,
      model: model.name,
      prompt: `${system}\n\n${prompt}`,
      redaction: model.redaction,
      at,
    },
    {
      since: startOfDay(dateInZone(at, tenant.zone), tenant.zone),
      calls: model.callsPerDay,
      tokens: model.tokensPerDay,
    },
  );
  if (begun !== 'begun') return begun;
  const answer = await model.ask({ system, prompt, schema });
  await modelLog.end(tenant, {
    callId,
    at: environment.now(),
    outcome: answer.kind === 'answered' ? 'answered' : answer.because,
    answer: answer.text,
    inputTokens: answer.inputTokens,
    outputTokens: answer.outputTokens,
  });
  return answer;
};

/** Why a model had nothing to say, when it may be shown. */
const silence = (because: string): string =>
  forbiddenIn(because, { longest: 300, codes: new Set() }) === undefined ? because : '';

const outcomeOf = ({ kept, dropped }: CheckedAll, because: string, pagesLeftOut: number): RunOutcome =>
  kept.length === 0 && dropped.length === 0
    ? { kind: 'abstained', because: silence(because) }
    : {
        kind: 'suggested',
        suggestions: kept,
        drops: countDrops(dropped),
        ...(pagesLeftOut > 0 ? { pagesLeftOut } : {}),
      };

const askAll = async (work: AgentWork, prepared: Prepared): Promise<RunOutcome> => {
  const proposals: Proposal[] = [];
  let because = '';
  let answers = 0;
  for (const prompt of prepared.prompts) {
    const answer = await askOne(work, prepared, prompt);
    const failure = typeof answer === 'string' ? answer : answer.kind === 'failed' ? answer.because : undefined;
    if (failure !== undefined && answers === 0) return failed(failure);
    // What the first questions brought stands; the pages of the others were not read.
    if (failure !== undefined || typeof answer === 'string' || answer.kind === 'failed') break;
    answers += 1;
    const read = prepared.read(answer.value);
    if (read.kind === 'suggested') proposals.push(...read.proposals);
    else because = read.because;
  }
  const unread = prepared.prompts.length - answers;
  return outcomeOf(checked(proposals, prepared.basis), because, prepared.pagesLeftOut + unread);
};

/** Answers one question of a person or of the flow. Whatever becomes of it, nothing on the case has changed. */
export const workOnRun = async (given: Casework, tenant: Tenant, run: TakenRun): Promise<void> => {
  const casework = await withOwnCriteria(given, tenant);
  const { suggestions, environment, languageModel: model } = casework;
  const finish = (outcome: RunOutcome, found?: readonly string[]): Promise<void> =>
    suggestions.finish(tenant, run.runId, {
      ...(model ? { model: model.name } : {}),
      ...(found ? { services: found } : {}),
      finishedAt: environment.now(),
      outcome,
    });
  if (!model) return finish(failed('notConfigured'));
  if (run.attempts > mostAttempts) return finish(failed('error'));
  // Before anything is read; which services it is about may stand on the pages only.
  const stopped = await silenced(casework, tenant, run, []);
  if (stopped) return finish(stopped);
  const work = { casework, tenant, run, model };
  const prepared = await agentOf[run.agent].prepare(work);
  if (typeof prepared === 'string') return finish(failed(prepared));
  const { services, fromRules = [] } = prepared;
  const finishWith = (outcome: RunOutcome): Promise<void> =>
    finish(fromRules.length > 0 ? { ...outcome, fromRules } : outcome, services);
  const off = await silenced(casework, tenant, run, services);
  if (off) return finishWith(off);
  const outcome = await askAll(work, prepared);
  // Somebody may have pulled the switch while the model was thinking.
  return finishWith((await silenced(casework, tenant, run, services)) ?? outcome);
};
