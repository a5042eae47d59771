import { dateInZone } from '@openum/domain/time/instant.ts';
import { execute } from '../case/execute.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import { readerOf } from '../delivery/reader.ts';
import { composeGeneralLetter } from '../notice/compose.ts';
import { renderLetter } from '../notice/rendered.ts';
import type { Tenant } from '../port/identity.ts';
import type { RunProgress } from '../port/letterRuns.ts';
import type { Scope } from '../port/scope.ts';
import { knowledgeOn } from '../template/own.ts';

const batch = 10;
const leaseSeconds = 120;

type Result = { readonly noticeId: string } | { readonly failed: string };

/** The letter of a run about one case. A second try finds the first one's letter and makes no other. */
const makeLetter = async (
  casework: Casework,
  scope: Scope,
  tenant: Tenant,
  run: RunProgress,
  caseId: string,
): Promise<Result> => {
  const loaded = await loadCase(casework.cases, scope, caseId);
  if (!loaded) return { failed: 'the case is not there' };
  const c = loaded.state;
  const { template, runId } = run;
  const made = c.notices.find((n) => n.bulkRunId === runId && !n.reissue);
  if (made) return { noticeId: made.noticeId };
  const { lineOfBusiness } = c.request.coverage;
  if (template.lineOfBusiness !== 'any' && template.lineOfBusiness !== lineOfBusiness)
    return { failed: 'the case is of another line of business' };
  const { environment } = casework;
  const at = environment.now();
  const knowledge = await knowledgeOn(casework, scope, dateInZone(at, c.request.zone));
  const reader = await readerOf(casework, scope, c, template.audience);
  const format = reader.preference?.format;
  const document = composeGeneralLetter(c, template, tenant, environment.newId(), at, knowledge, {
    ...(format ? { format } : {}),
  });
  const about = { kind: 'general', audience: template.audience, itemSequences: [], bulkRunId: runId } as const;
  // The text of the run may be in force no more: its hash is made from the run.
  const texts = { ...knowledge, notices: { ...knowledge.notices, templates: [template] } };
  const letter = await renderLetter(casework, texts, about, document, reader);
  const executed = await execute(casework, scope, {
    caseId,
    expectedVersion: c.version,
    notices: [letter.file],
    command: () => ({
      type: 'RecordNotices',
      actor: { kind: 'system', component: 'notices' },
      now: environment.now(),
      notices: [letter.issued],
    }),
  });
  if (executed.kind === 'stale') return makeLetter(casework, scope, tenant, run, caseId);
  return executed.kind === 'refused' ? { failed: executed.refusal.code } : { noticeId: letter.issued.noticeId };
};

/**
 * Makes the next letters of the running runs of every plan. What a process leaves when it ends is taken up by the next one once the
 * lease is over. Returns how many were taken.
 */
export const workRuns = async (casework: Casework, onFailure: (error: unknown) => void): Promise<number> => {
  const { letterRuns } = casework.letters;
  let taken = 0;
  for (const tenant of await casework.identity.tenants()) {
    if (tenant.kind !== 'plan') continue;
    const scope = { tenantId: tenant.tenantId };
    for (const { runId, caseId } of await letterRuns.take(scope, casework.environment.now(), batch, leaseSeconds)) {
      taken++;
      const run = await letterRuns.run(scope, runId);
      // Paused or ended after these were taken: they wait for the lease to end.
      if (run?.state !== 'running') continue;
      try {
        const result = await makeLetter(casework, scope, tenant, run, caseId);
        await letterRuns.finish(
          scope,
          runId,
          caseId,
          'failed' in result ? { state: 'failed', reason: result.failed } : { state: 'done', ...result },
        );
      } catch (error) {
        onFailure(error);
        await letterRuns.finish(scope, runId, caseId, { state: 'failed', reason: 'the letter could not be made' });
      }
    }
  }
  return taken;
};
