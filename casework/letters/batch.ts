import type { Role } from '@openum/domain/actor/actor.ts';
import { mayNot } from '@openum/domain/case/capability.ts';
import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { letterDesk } from '@openum/domain/delivery/capability.ts';
import type { DeliveryReport } from '@openum/domain/delivery/command.ts';
import { deliveryOf } from '@openum/domain/delivery/delivery.ts';
import { notBefore } from '@openum/domain/delivery/minute.ts';
import { instant, isInstantText } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import { execute } from '../case/execute.ts';
import { loadCase } from '../case/load.ts';
import type { BindableLetter } from '../port/environment.ts';
import type { BatchLetter, PrintBatch } from '../port/printBatches.ts';

const mayNotPrint = ({ actor }: Acting): Refusal | undefined =>
  actor.roles.some((r: Role) => letterDesk.includes(r)) ? undefined : refuse('roleMissing', { roles: [...letterDesk] });

const scopeOf = ({ tenant }: Acting) => ({ tenantId: tenant.tenantId });

const byCase = (
  letters: readonly BatchLetter[],
): readonly (readonly [caseId: string, noticeIds: readonly string[]])[] =>
  [...Map.groupBy(letters, (l) => l.caseId)].map(([caseId, of]) => [caseId, of.map((l) => l.noticeId)]);

/** Says the same of the letters of each case; a letter that was taken elsewhere meanwhile stays as it is. */
const report = async (acting: Acting, letters: readonly BatchLetter[], what: DeliveryReport): Promise<number> => {
  const { casework, actor, now } = acting;
  let said = 0;
  for (const [caseId, noticeIds] of byCase(letters)) {
    const executed = await execute(casework, scopeOf(acting), {
      caseId,
      command: ({ state }) => {
        const fitting = noticeIds.filter((id) => {
          const notice = state.notices.find((n) => n.noticeId === id);
          return notice && ['toPrint', 'printed'].includes(deliveryOf(state, notice).status);
        });
        return fitting.length === 0
          ? refuse('noticeUnknown')
          : { type: 'ReportDelivery', actor, now, noticeIds: fitting, report: what };
      },
    });
    if (executed.kind === 'done') said += executed.events.length;
    else if (executed.kind === 'stale' || executed.refusal.code !== 'noticeUnknown')
      throw new Error('a letter of a batch could not be marked');
  }
  return said;
};

/** Puts letters that wait for print together, and writes down that they are being printed. */
export const createBatch = async (acting: Acting, letters: readonly BatchLetter[]): Promise<PrintBatch | Refusal> => {
  const { casework, actor, now } = acting;
  const no = mayNotPrint(acting);
  if (no) return no;
  for (const [caseId, noticeIds] of byCase(letters)) {
    const loaded = await loadCase(casework.cases, scopeOf(acting), caseId);
    if (!loaded) return refuse('caseNotFound');
    const barred = mayNot('ReportDelivery', actor, loaded.state);
    if (barred) return barred;
    if (noticeIds.some((id) => !loaded.state.notices.some((n) => n.noticeId === id))) return refuse('noticeUnknown');
  }
  const batch: PrintBatch = { batchId: casework.environment.newId(), createdAt: now, createdBy: actor.name, letters };
  await casework.letters.printBatches.create(scopeOf(acting), batch);
  await report(acting, letters, { kind: 'printed', batchId: batch.batchId });
  return batch;
};

/** One PDF of a batch: a cover sheet with the index, then each letter from an odd page on. Each letter goes into the log of reads. */
export const printBatch = async (acting: Acting, batchId: string): Promise<Uint8Array | Refusal> => {
  const { casework, actor, now, tenant } = acting;
  const no = mayNotPrint(acting);
  if (no) return no;
  const scope = scopeOf(acting);
  const batch = await casework.letters.printBatches.batch(scope, batchId);
  if (!batch) return refuse('fieldInvalid', { field: 'batch', problem: 'there is no such batch' });
  const letters: BindableLetter[] = [];
  for (const { caseId, noticeId } of batch.letters) {
    const loaded = await loadCase(casework.cases, scope, caseId);
    const notice = loaded?.state.notices.find((n) => n.noticeId === noticeId);
    const file = await casework.cases.notice(scope, caseId, noticeId);
    if (!loaded || !notice || !file) throw new Error('a letter of a batch is not there');
    const { member, requestingProvider } = loaded.state.request;
    await casework.readLog.record(scope, {
      readId: casework.environment.newId(),
      caseId,
      userId: actor.userId,
      purpose: 'utilizationReview',
      what: 'notice',
      resourceId: noticeId,
      at: now,
    });
    letters.push({
      pdf: file.pdf,
      caseNumber: loaded.state.caseNumber,
      to:
        notice.addressee?.[0] ??
        (notice.audience === 'member' ? `${member.given} ${member.family}` : requestingProvider.name),
    });
  }
  return casework.renderer.bind({
    plan: tenant.name,
    batch: batchId.slice(-8).toUpperCase(),
    createdAt: batch.createdAt,
    zone: tenant.zone,
    createdBy: batch.createdBy,
    letters,
  });
};

/** The batch was handed to the carrier; every letter of it that still waited counts as mailed at that moment. */
export const mailBatch = async (
  acting: Acting,
  batchId: string,
  how: { readonly carrier: string; readonly mailedAt: string },
): Promise<{ readonly letters: number } | Refusal> => {
  const { casework, actor, now } = acting;
  const no = mayNotPrint(acting);
  if (no) return no;
  const scope = scopeOf(acting);
  const batch = await casework.letters.printBatches.batch(scope, batchId);
  if (!batch) return refuse('fieldInvalid', { field: 'batch', problem: 'there is no such batch' });
  const mailedAt = isInstantText(how.mailedAt) ? notBefore(instant(how.mailedAt), batch.createdAt) : undefined;
  if (mailedAt === undefined || mailedAt > now || mailedAt < batch.createdAt)
    return refuse('fieldInvalid', { field: 'mailedAt', problem: 'it must lie between the print and now' });
  const letters = await report(acting, batch.letters, { kind: 'mailed', carrier: how.carrier, mailedAt, batchId });
  const marked = await casework.letters.printBatches.mailed(scope, batchId, {
    mailedAt,
    mailedBy: actor.name,
    carrier: how.carrier,
  });
  return marked ? { letters } : refuse('fieldInvalid', { field: 'batch', problem: 'it was mailed before' });
};
