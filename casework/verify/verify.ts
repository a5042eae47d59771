import { fold } from '@openum/domain/case/evolve.ts';
import type { Casework } from '../casework.ts';
import type { Scope } from '../port/scope.ts';
import { project } from '../projection/project.ts';
import { canonical } from './canonical.ts';
import { brokenChain, type Difference, differenceIn, verifyAll } from './difference.ts';

const byKey = <T>(rows: readonly T[], key: (row: T) => string): string =>
  canonical([...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1)));

export const verifyCase = async (casework: Casework, scope: Scope, caseId: string): Promise<readonly Difference[]> => {
  const { cases, environment, knowledge } = casework;
  const at = differenceIn(scope, caseId);
  const events = await cases.events(scope, caseId);
  const broken = brokenChain(environment.sha256Hex, scope, caseId, events);
  if (broken) return [broken];
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
export const verifyTenant = (
  casework: Casework,
  scope: Scope,
  report: (checked: number, differences: readonly Difference[]) => void,
): Promise<number> =>
  verifyAll(
    (after, limit) => casework.cases.caseIds(scope, after, limit),
    (id) => verifyCase(casework, scope, id),
    report,
  );
