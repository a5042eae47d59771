import { loadCase } from '@openum/casework/case/load.ts';
import type { Casework } from '@openum/casework/casework.ts';
import { receiptsOf } from '@openum/casework/clock/receipts.ts';
import { type TalkNews, watchTalks } from '@openum/casework/peerToPeer/watch.ts';
import type { Tenant } from '@openum/casework/port/identity.ts';
import type { Notifications } from '@openum/casework/port/notifications.ts';
import { earliestHard } from '@openum/domain/clock/receipt.ts';
import { peerToPeerSteps } from '@openum/domain/peerToPeer/task.ts';

export type TalkWatch = { readonly casework: Casework; readonly notifications: Notifications };

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
  { casework, notifications }: TalkWatch,
  { tenantId }: Tenant,
  caseId: string,
  news: readonly TalkNews[],
): Promise<number> => {
  const scope = { tenantId };
  const { environment, knowledge, cases, identity } = casework;
  const loaded = await loadCase(cases, scope, caseId);
  const now = environment.now();
  const clock = loaded && earliestHard(receiptsOf(loaded.state, knowledge, now));
  if (!clock) return 0;
  const users = (await identity.users(scope)).filter((u) => u.active);
  const leads = users.filter((u) => u.roles.some((r) => knowledge.peerToPeerPolicy.alertRoles.includes(r)));
  let fresh = 0;
  for (const n of news) {
    const to = n.kind === 'noDeputy' ? leads : users.filter((u) => n.userIds.includes(u.userId));
    const raised = await notifications.raise(
      scope,
      {
        caseId,
        clockId: clock.clockId,
        stepId: stepOf(n),
        ruleId: clock.ruleId,
        dueAt: clock.dueAt,
        alarmAt: now,
        raisedAt: now,
        late: false,
      },
      to.map(({ userId }) => ({ userId, notificationId: environment.newId() })),
    );
    if (raised) fresh += 1;
  }
  return fresh;
};

/**
 * One look at every talk that still needs somebody: reminds both sides, and gives a talk that nobody keeps to a deputy. Returns how
 * many pieces of news there were. A case that fails goes into `setAside` and is tried again once the others are done.
 */
export const sweepTalks = async (
  watch: TalkWatch,
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
    const ids = await casework.workList.withOpenSteps(scope, peerToPeerSteps, limit + setAside.size);
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
