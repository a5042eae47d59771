import { loadCase } from '@openum/casework/case/load.ts';
import { type TalkNews, watchTalks } from '@openum/casework/peerToPeer/watch.ts';
import type { Tenant } from '@openum/casework/port/identity.ts';
import { peerToPeerSteps } from '@openum/domain/peerToPeer/task.ts';
import { activeUsers, type Teller, tellOfCase, withAnyRole } from '../clock/tell.ts';

const mostPerTurn = 200;

const stepOf = (n: TalkNews): string => {
  switch (n.kind) {
    case 'reminder':
      return `talkReminder.${n.offer.offerId} ${n.key}`;
    case 'deputy':
      return `talkDeputy.${n.offer.offerId} ${n.offer.escalations.length}`;
    case 'noDeputy':
      return `talkNoDeputy.${n.offer.offerId} ${n.offer.missed.length}`;
    default: {
      const never: never = n;
      return never;
    }
  }
};

/** Each piece of news reaches its people once: the step of the alarm names it. Returns how many were new. */
const tell = async (
  watch: Teller,
  { tenantId }: Tenant,
  caseId: string,
  news: readonly TalkNews[],
): Promise<number> => {
  const scope = { tenantId };
  const { knowledge, cases } = watch.casework;
  const loaded = await loadCase(cases, scope, caseId);
  if (!loaded) return 0;
  const users = await activeUsers(watch, scope);
  const leads = withAnyRole(users, knowledge.peerToPeerPolicy.alertRoles);
  let fresh = 0;
  for (const n of news) {
    const to = n.kind === 'noDeputy' ? leads : users.filter((u) => n.userIds.includes(u.userId));
    if (await tellOfCase(watch, scope, caseId, loaded.state, stepOf(n), to)) fresh += 1;
  }
  return fresh;
};

/**
 * One look at every talk that still needs somebody: reminds both sides, and gives a talk that nobody keeps to a deputy. Returns how
 * many pieces of news there were. A case that fails goes into `setAside` and is tried again once the others are done.
 */
export const sweepTalks = async (
  watch: Teller,
  setAside: Set<string>,
  onFailure: (caseId: string, error: unknown) => void,
  limit = mostPerTurn,
): Promise<number> => {
  const { casework } = watch;
  let told = 0;
  let looked = 0;
  for (const tenant of await casework.identity.tenants()) {
    if (tenant.kind !== 'plan') continue;
    const scope = { tenantId: tenant.tenantId };
    const ids = (await casework.workList.withOpenSteps(scope, peerToPeerSteps)).slice(0, limit + setAside.size);
    const found = ids.filter((id) => !setAside.has(id)).slice(0, limit);
    looked += found.length;
    for (const caseId of found) {
      try {
        const news = await watchTalks(casework, tenant, caseId);
        if (news.length > 0) told += await tell(watch, tenant, caseId, news);
      } catch (error) {
        setAside.add(caseId);
        onFailure(caseId, error);
      }
    }
  }
  if (looked === 0) setAside.clear();
  return told;
};
