import type { Role } from '@openum/domain/actor/actor.ts';
import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { NoticeDocument } from '@openum/domain/notice/document.ts';
import type { NoticeTemplate } from '@openum/domain/notice/template.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import { loadCase } from '../case/load.ts';
import { composeGeneralLetter } from '../notice/compose.ts';
import type { LetterRun, RunProgress, RunState, RunTarget } from '../port/letterRuns.ts';
import type { WorkListFilter } from '../port/workList.ts';
import { ownTemplates, templatesOn } from '../template/own.ts';

export const runRoles: readonly Role[] = ['administrator', 'umDirector', 'umCoordinator'];

/** To whom: cases by number, or every case of a filter of the work list. */
export type GivenTargets =
  | { readonly kind: 'numbers'; readonly caseNumbers: readonly string[] }
  | { readonly kind: 'filter'; readonly filter: WorkListFilter };

export type GivenRun = {
  readonly name: string;
  readonly templateId: string;
  readonly targets: GivenTargets;
};

type Targets = readonly Pick<RunTarget, 'caseId' | 'caseNumber'>[];

const mostTargets = 20_000;
const page = 200;

const mayNotRun = ({ actor }: Acting): Refusal | undefined =>
  actor.roles.some((r) => runRoles.includes(r)) ? undefined : refuse('roleMissing', { roles: [...runRoles] });

const scopeOf = ({ tenant }: Acting) => ({ tenantId: tenant.tenantId });

const byNumbers = async (acting: Acting, caseNumbers: readonly string[]): Promise<Targets | Refusal> => {
  const { workList } = acting.casework;
  const found: { caseId: string; caseNumber: string }[] = [];
  const unknown: string[] = [];
  for (const caseNumber of new Set(caseNumbers.map((n) => n.trim()).filter((n) => n !== ''))) {
    const { rows } = await workList.page(scopeOf(acting), { text: caseNumber }, undefined, 5);
    const row = rows.find((r) => r.caseNumber === caseNumber);
    if (row) found.push({ caseId: row.caseId, caseNumber });
    else unknown.push(caseNumber);
  }
  if (unknown.length > 0)
    return refuse('fieldInvalid', {
      field: 'caseNumbers',
      problem: `${unknown.length} of them are no cases of this plan: ${unknown.slice(0, 10).join(', ')}`,
    });
  return found;
};

const byFilter = async (acting: Acting, filter: WorkListFilter): Promise<Targets | Refusal> => {
  const found: { caseId: string; caseNumber: string }[] = [];
  let after: string | undefined;
  do {
    const { rows, next } = await acting.casework.workList.page(scopeOf(acting), filter, after, page);
    found.push(...rows.map(({ caseId, caseNumber }) => ({ caseId, caseNumber })));
    after = next;
  } while (after !== undefined && found.length <= mostTargets);
  return found;
};

const targetsOf = async (acting: Acting, given: GivenTargets): Promise<Targets | Refusal> => {
  const targets =
    given.kind === 'numbers' ? await byNumbers(acting, given.caseNumbers) : await byFilter(acting, given.filter);
  if ('kind' in targets) return targets;
  if (targets.length === 0) return refuse('fieldInvalid', { field: 'targets', problem: 'no case is in this list' });
  return targets.length > mostTargets
    ? refuse('fieldInvalid', { field: 'targets', problem: `a run takes at most ${mostTargets} cases` })
    : targets;
};

const textOf = async ({ casework, tenant, now }: Acting, templateId: string): Promise<NoticeTemplate | Refusal> => {
  const own = await ownTemplates(casework, { tenantId: tenant.tenantId });
  const all = templatesOn(own, casework.knowledge.notices.templates, dateInZone(now, tenant.zone));
  const template = all.find((t) => t.id === templateId);
  if (!template) return refuse('templateUnknown');
  return template.kind === 'general'
    ? template
    : refuse('fieldInvalid', {
        field: 'templateId',
        problem: 'letters about decisions and deadlines are made by the case',
      });
};

export type RunPreview = { readonly count: number; readonly caseNumber: string; readonly document: NoticeDocument };

/** How many letters a run would make, and the first of them. Nothing is kept. */
export const previewRun = async (acting: Acting, given: Omit<GivenRun, 'name'>): Promise<RunPreview | Refusal> => {
  const no = mayNotRun(acting);
  if (no) return no;
  const template = await textOf(acting, given.templateId);
  if ('code' in template) return template;
  const targets = await targetsOf(acting, given.targets);
  if ('kind' in targets) return targets;
  const { casework, tenant, now } = acting;
  const of = template.lineOfBusiness;
  for (const { caseId, caseNumber } of targets.slice(0, page)) {
    const loaded = await loadCase(casework.cases, scopeOf(acting), caseId);
    if (!loaded || (of !== 'any' && loaded.state.request.coverage.lineOfBusiness !== of)) continue;
    await casework.readLog.record(scopeOf(acting), {
      readId: casework.environment.newId(),
      caseId,
      userId: acting.actor.userId,
      purpose: 'utilizationReview',
      what: 'case',
      at: now,
    });
    const document = composeGeneralLetter(loaded.state, template, tenant, 'preview', now, casework.knowledge);
    return { count: targets.length, caseNumber, document };
  }
  return refuse('fieldInvalid', {
    field: 'targets',
    problem: 'none of these cases is of the line of business of the text',
  });
};

/** Starts a run; the letters are made one by one in the background. */
export const startRun = async (acting: Acting, given: GivenRun): Promise<RunProgress | Refusal> => {
  const no = mayNotRun(acting);
  if (no) return no;
  const template = await textOf(acting, given.templateId);
  if ('code' in template) return template;
  const targets = await targetsOf(acting, given.targets);
  if ('kind' in targets) return targets;
  const { casework, actor, now } = acting;
  const run: LetterRun = {
    runId: casework.environment.newId(),
    name: given.name,
    template,
    createdAt: now,
    createdBy: actor.name,
    state: 'running',
  };
  await casework.letters.letterRuns.create(scopeOf(acting), run, targets);
  return { ...run, waiting: targets.length, done: 0, failed: 0 };
};

export type RunAct = 'pause' | 'resume' | 'cancel' | 'retry';

const moves: Record<Exclude<RunAct, 'retry'>, readonly [from: readonly RunState[], to: RunState]> = {
  pause: [['running'], 'paused'],
  resume: [['paused'], 'running'],
  cancel: [['running', 'paused'], 'cancelled'],
};

/** Holds a run, lets it go on, ends it, or tries again what failed. */
export const steerRun = async (acting: Acting, runId: string, act: RunAct): Promise<RunProgress | Refusal> => {
  const no = mayNotRun(acting);
  if (no) return no;
  const { letterRuns } = acting.casework.letters;
  const scope = scopeOf(acting);
  const done =
    act === 'retry'
      ? (await letterRuns.retryFailed(scope, runId)) > 0
      : await letterRuns.move(scope, runId, ...moves[act]);
  const run = await letterRuns.run(scope, runId);
  if (!run) return refuse('fieldInvalid', { field: 'run', problem: 'there is no such run' });
  return done ? run : refuse('fieldInvalid', { field: 'run', problem: `it is ${run.state}` });
};
