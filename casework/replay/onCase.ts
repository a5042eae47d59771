import { part2 } from '@openum/content/disclosure/load.ts';
import { evolve } from '@openum/domain/case/evolve.ts';
import { invalid, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { type Case, type CaseState, noCase } from '@openum/domain/case/state.ts';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import type { LeafFinding } from '@openum/domain/criteria/evaluation.ts';
import type { Determination } from '@openum/domain/determination/determination.ts';
import { leafFindings } from '@openum/domain/logic/findings.ts';
import type { Truth } from '@openum/domain/logic/truth.ts';
import { part2Problem } from '@openum/domain/part2/part2.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import { type LoadedCase, loadCase } from '../case/load.ts';
import { withOwnCriteria } from '../ownCriteria/knowledge.ts';
import { withheldFrom } from '../part2/access.ts';
import { asIfAlways, rereadLine } from './read.ts';

/** One line of a case as a text of criteria reads it. */
export type LineTried = {
  readonly itemSequence: number;
  readonly service: string;
  /** The facts are those of this moment: the decision, or now while nothing is decided. */
  readonly asOf: Instant;
  readonly decided?: Determination['outcome'];
  /** What the criteria said then. */
  readonly before?: { readonly truth: Truth; readonly name: string; readonly version: string };
  /** Absent: the text is not for this line. */
  readonly after?: { readonly truth: Truth; readonly automatic: boolean; readonly leaves: readonly LeafFinding[] };
};

export type CaseTried = {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly lines: readonly LineTried[];
};

/** The case as it stood when a line was first decided; undefined while it is not. */
const atDecision = (
  { events }: LoadedCase,
  itemSequence: number,
): { readonly c: Case; readonly d: Determination } | undefined => {
  let c: CaseState = noCase;
  for (const e of events) {
    if (e.type === 'ItemDetermined' && e.data.itemSequence === itemSequence && c.kind === 'case')
      return { c, d: e.data };
    c = evolve(c, e);
  }
  return undefined;
};

/** A text of criteria read over one case of the plan; nothing is kept but that the case was read. */
export const tryOnCase = async (
  acting: Acting,
  text: CriteriaSet,
  caseNumber: string,
): Promise<CaseTried | Refusal> => {
  const { tenant, actor, now } = acting;
  const scope = { tenantId: tenant.tenantId };
  const casework = await withOwnCriteria(acting.casework, scope);
  const { rows } = await casework.workList.page(scope, { text: caseNumber }, undefined, 5);
  const row = rows.find((r) => r.caseNumber === caseNumber);
  const loaded = row && (await loadCase(casework.cases, scope, row.caseId));
  if (!loaded) return refuse('caseNotFound');
  await casework.readLog.record(scope, {
    readId: casework.environment.newId(),
    caseId: loaded.caseId,
    userId: actor.userId,
    purpose: 'utilizationReview',
    what: 'case',
    at: now,
  });
  const closed = withheldFrom(loaded, actor) && part2Problem(actor, part2);
  if (closed) return closed;
  const hypothesis = asIfAlways(text, casework.knowledge);
  const lines = loaded.state.items.map((item): LineTried => {
    const then = atDecision(loaded, item.sequence);
    const c = then?.c ?? loaded.state;
    const at = then?.d.decidedAt ?? now;
    const asked = c.items.find((i) => i.sequence === item.sequence) ?? item;
    const reread = rereadLine(c, asked, at, hypothesis);
    const before = c.evaluations.findLast((e) => e.itemSequence === item.sequence);
    const service = serviceOf(casework.knowledge.services, item.service);
    return {
      itemSequence: item.sequence,
      service: service ? `${item.service.code} ${service.label}` : item.service.code,
      asOf: at,
      ...(then ? { decided: then.d.outcome } : {}),
      ...(before
        ? { before: { truth: before.truth, name: before.criteria.name, version: before.criteria.version } }
        : {}),
      ...(reread
        ? {
            after: {
              truth: reread.result.truth,
              automatic: reread.automatic,
              leaves: leafFindings(reread.result),
            },
          }
        : {}),
    };
  });
  return lines.length > 0
    ? { caseId: loaded.caseId, caseNumber, lines }
    : invalid('caseNumber', 'that case has no lines');
};
