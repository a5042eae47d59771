import { fold } from '@openum/domain/case/evolve.ts';
import type { Casework } from '../casework.ts';
import { firstBrokenLink } from '../port/chain.ts';
import type { Scope } from '../port/scope.ts';
import { project } from '../projection/project.ts';
import { canonical } from './canonical.ts';

export type Difference = {
  readonly tenantId: string;
  readonly caseId: string;
  /** Where: an event number, or the read model. */
  readonly place: string;
  readonly problem: string;
};

const byKey = <T>(rows: readonly T[], key: (row: T) => string): string =>
  canonical([...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1)));

export const verifyCase = async (casework: Casework, scope: Scope, caseId: string): Promise<readonly Difference[]> => {
  const { cases, environment, knowledge } = casework;
  const at = (place: string, problem: string): Difference => ({ tenantId: scope.tenantId, caseId, place, problem });
  const events = await cases.events(scope, caseId);
  const broken = firstBrokenLink(environment.sha256Hex, caseId, events);
  if (broken !== undefined) {
    return [at(`event ${broken}`, 'its place, its link to the event before, or its content is not what was written')];
  }
  const found: Difference[] = [];

  const state = fold(events);
  if (state.kind === 'none') return [at('log', 'the case has no events')];
  const wanted = project(caseId, state, knowledge);
  const stored = await cases.rows(scope, caseId);
  if (!stored) return [at('read model', 'it is missing')];
  const parts = [
    ['case', canonical(wanted.case), canonical(stored.case)],
    ['items', byKey(wanted.items, (r) => String(r.itemSequence)), byKey(stored.items, (r) => String(r.itemSequence))],
    ['clocks', byKey(wanted.clocks, (r) => r.clockId), byKey(stored.clocks, (r) => r.clockId)],
    ['stay', canonical(wanted.stay ?? null), canonical(stored.stay ?? null)],
    ['tasks', byKey(wanted.tasks, (r) => r.stepId), byKey(stored.tasks, (r) => r.stepId)],
  ] as const;
  for (const [name, want, have] of parts) {
    if (want !== have) found.push(at(`read model, ${name}`, 'it is not what the log gives'));
  }
  for (const document of state.documents) {
    const kept = document.origin.startsWith('message:')
      ? await cases.message(scope, document.origin.slice('message:'.length))
      : await cases.document(scope, caseId, document.documentId);
    if (!kept) found.push(at(`document ${document.documentId}`, 'its bytes are missing'));
    else if (environment.sha256Hex(kept.bytes) !== document.sha256) {
      found.push(at(`document ${document.documentId}`, 'its bytes have changed'));
    }
  }
  for (const notice of state.notices) {
    const kept = await cases.notice(scope, caseId, notice.noticeId);
    if (!kept) found.push(at(`notice ${notice.noticeId}`, 'its bytes are missing'));
    else if (
      environment.sha256Hex(kept.pdf) !== notice.pdfSha256 ||
      environment.sha256Hex(kept.html) !== notice.htmlSha256
    ) {
      found.push(at(`notice ${notice.noticeId}`, 'its bytes have changed'));
    }
  }
  return found;
};

/** Recomputes chains, files and read models of every case of a tenant, a page at a time. */
export const verifyTenant = async (
  casework: Casework,
  scope: Scope,
  report: (checked: number, differences: readonly Difference[]) => void,
): Promise<number> => {
  let after: string | undefined;
  let differences = 0;
  for (;;) {
    const ids = await casework.cases.caseIds(scope, after, 200);
    if (ids.length === 0) return differences;
    const found: Difference[] = [];
    for (const id of ids) found.push(...(await verifyCase(casework, scope, id)));
    differences += found.length;
    report(ids.length, found);
    after = ids.at(-1);
  }
};
