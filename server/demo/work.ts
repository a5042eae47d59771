import type { Act, Acting, GivenAuthorized } from '@openum/casework/case/act.ts';
import { commandOf } from '@openum/casework/case/commandOf.ts';
import { execute } from '@openum/casework/case/execute.ts';
import { loadCase } from '@openum/casework/case/load.ts';
import type { Casework } from '@openum/casework/casework.ts';
import { openDocument } from '@openum/casework/document/open.ts';
import type { Tenant } from '@openum/casework/port/identity.ts';
import { refusalSentence } from '@openum/domain/case/refusal.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import { actorOf } from '@openum/http/auth/session.ts';

/** One person at the desk, acting as they would through the browser. */
export const deskOf = (casework: Casework, tenant: Tenant) => {
  const scope = { tenantId: tenant.tenantId };

  const acting = async (email: string): Promise<Acting> => {
    const users = await casework.identity.users(scope);
    const user = users.find((u) => u.email === email);
    if (!user) throw new Error(`the demonstration has no user ${email}`);
    return { casework, tenant, actor: actorOf(user), now: casework.environment.now() };
  };

  const act = async (email: string, caseId: string, what: Act): Promise<void> => {
    const me = await acting(email);
    const executed = await execute(casework, scope, { caseId, command: (loaded) => commandOf(what, me, loaded) });
    if (executed.kind === 'refused')
      throw new Error(`the demonstration was refused: ${refusalSentence(executed.refusal)}`);
    if (executed.kind === 'stale') throw new Error('the demonstration met a newer case');
  };

  const caseOf = async (senderReference: string): Promise<string> => {
    const page = await casework.workList.page(scope, {}, undefined, 200);
    const row = page.rows.find((r) => r.senderReference === senderReference);
    if (!row) throw new Error(`the demonstration has no case for ${senderReference}`);
    return row.caseId;
  };

  const openEverything = async (email: string, caseId: string): Promise<void> => {
    const me = await acting(email);
    const loaded = await loadCase(casework.cases, scope, caseId);
    for (const d of loaded?.state.documents ?? [])
      await openDocument(casework, scope, caseId, d.documentId, me.actor.userId);
  };

  /** All that was asked for on the first line, ready to be authorized. */
  const wholeOf = async (caseId: string): Promise<GivenAuthorized> => {
    const item = (await loadCase(casework.cases, scope, caseId))?.state.items[0];
    if (!item?.period) throw new Error('a request of the demonstration has no days of service');
    const { service, quantity, period } = item;
    return { service, ...(quantity ? { quantity } : {}), period };
  };

  return {
    act,
    wholeOf,
    userIdOf: async (email: string) => (await acting(email)).actor.userId,
    caseOf,
    openEverything,
    inDays: (days: number) => addElapsed(casework.environment.now(), { hours: 24 * days }),
  };
};
