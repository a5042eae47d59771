import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import type { AgentId } from '@openum/domain/suggestion/agent.ts';
import { type AgentFigures, suggestionFigures } from '@openum/domain/suggestion/figures.ts';
import type { Failure } from '@openum/domain/suggestion/run.ts';
import { isOn, type SwitchChange, type SwitchTarget } from '@openum/domain/suggestion/switch.ts';
import {
  addDays,
  type CalendarDate,
  dateInZone,
  type Instant,
  laterDay,
  startOfDay,
} from '@openum/domain/time/instant.ts';
import { z } from 'zod';
import type { Casework } from '../casework.ts';
import type { Tenant } from '../port/identity.ts';
import type { LanguageModel } from '../port/languageModel.ts';

export type ModelReading = {
  readonly now: Instant;
  /** Absent: none is set up. */
  readonly model?: Pick<
    LanguageModel,
    'name' | 'host' | 'onThisMachine' | 'redaction' | 'takesPart2' | 'callsPerDay' | 'tokensPerDay' | 'price'
  >;
  /** Of today, in the zone of the organization. */
  readonly used: { readonly calls: number; readonly tokens: number };
  /** Newest first. */
  readonly changes: readonly SwitchChange[];
  readonly figures: readonly AgentFigures[];
  readonly fromDay: CalendarDate;
  readonly beforeDay: CalendarDate;
  /** Codes of the services that were asked about in these days. */
  readonly services: readonly string[];
  /** Our labels of these services, and of those that were switched. */
  readonly labels: Readonly<Record<string, string>>;
};

export type FigureSpan = {
  readonly fromDay?: CalendarDate | undefined;
  readonly beforeDay?: CalendarDate | undefined;
  readonly agent?: AgentId | undefined;
  readonly service?: string | undefined;
};

const longestDays = 400;

/** The moments of the days that are asked for: the last thirty where nobody says. */
export const figureDays = (now: Instant, { zone }: Pick<Tenant, 'zone'>, span: FigureSpan) => {
  const beforeDay = span.beforeDay ?? addDays(dateInZone(now, zone), 1);
  const fromDay = laterDay(span.fromDay ?? addDays(beforeDay, -30), addDays(beforeDay, -longestDays));
  return { fromDay, beforeDay, from: startOfDay(fromDay, zone), before: startOfDay(beforeDay, zone) };
};

/** The model, its switches and how it did. Nothing of a case is in it. */
export const readModel = async (casework: Casework, tenant: Tenant, span: FigureSpan): Promise<ModelReading> => {
  const { languageModel, modelLog, modelSwitches, suggestions, environment, knowledge } = casework;
  const now = environment.now();
  const today = dateInZone(now, tenant.zone);
  const { fromDay, beforeDay, from, before } = figureDays(now, tenant, span);
  const { agent, service } = span;
  const which = { ...(agent ? { agent } : {}), ...(service ? { service } : {}) };
  const [changes, used, taken, services] = await Promise.all([
    modelSwitches.changes(tenant),
    modelLog.used(tenant, startOfDay(today, tenant.zone)),
    suggestions.figures(tenant, { from, before, ...which }),
    suggestions.services(tenant, { from, before }),
  ]);
  const switched = changes.flatMap(({ target }) => (target.kind === 'service' ? [target.code] : []));
  const labels = [...switched, ...services].flatMap((code) => {
    const label = serviceOf(knowledge.services, { system: '', code })?.label;
    return label ? [[code, label] as const] : [];
  });
  const { name, host, onThisMachine, redaction, takesPart2, callsPerDay, tokensPerDay, price } = languageModel ?? {};
  return {
    now,
    ...(name && host && redaction && callsPerDay !== undefined && tokensPerDay !== undefined
      ? {
          model: {
            ...{
              name,
              host,
              redaction,
              callsPerDay,
              tokensPerDay,
              onThisMachine: onThisMachine ?? false,
              takesPart2: takesPart2 ?? false,
            },
            ...(price ? { price } : {}),
          },
        }
      : {}),
    used,
    changes: changes.toReversed(),
    figures: suggestionFigures(taken.runs, taken.answers, taken.calls),
    fromDay,
    beforeDay,
    services,
    labels: Object.fromEntries(labels),
  };
};

/** Turns a switch, with the reason. A switch that already stands that way is left as it is, and said. */
export const turnSwitch = async (
  { modelSwitches, environment }: Pick<Casework, 'modelSwitches' | 'environment'>,
  tenant: Tenant,
  actor: PersonActor,
  target: SwitchTarget,
  on: boolean,
  reason: string,
): Promise<Refusal | undefined> => {
  if (reason.trim() === '') return refuse('fieldMissing', { field: 'reason' });
  if (isOn(await modelSwitches.changes(tenant), target) === on)
    return refuse('switchUnchanged', { state: on ? 'on' : 'off' });
  await modelSwitches.turn(tenant, {
    changeId: environment.newId(),
    target,
    on,
    reason: reason.trim(),
    by: { userId: actor.userId, name: actor.name },
    at: environment.now(),
  });
  return undefined;
};

export type ModelCheck =
  | {
      readonly kind: 'works';
      readonly milliseconds: number;
      readonly inputTokens: number;
      readonly outputTokens: number;
    }
  | { readonly kind: 'failed'; readonly because: Failure };

const probe = z.object({ sum: z.number() });

/** Asks the model one question that holds nothing of anybody, to see whether it can be reached and keeps to a form. */
export const checkModel = async (model: LanguageModel | undefined, milliseconds: () => number): Promise<ModelCheck> => {
  if (!model) return { kind: 'failed', because: 'notConfigured' };
  const begun = milliseconds();
  const answer = await model.ask({
    system: 'Answer with one JSON object of the form {"sum": number} and nothing else.',
    prompt: 'What is the sum of 19 and 23?',
    schema: probe,
  });
  if (answer.kind === 'failed') return { kind: 'failed', because: answer.because };
  const { inputTokens, outputTokens } = answer;
  return probe.parse(answer.value).sum === 42
    ? { kind: 'works', milliseconds: Math.round(milliseconds() - begun), inputTokens, outputTokens }
    : { kind: 'failed', because: 'garbage' };
};
