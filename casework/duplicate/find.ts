import type { AuthorizationRequest } from '@openum/domain/case/request.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { openItems } from '@openum/domain/case/status.ts';
import { type Compared, type Earlier, possibleDuplicates } from '@openum/domain/duplicate/duplicate.ts';
import type { IntakeEvent } from '@openum/domain/intake/event.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import { addElapsed } from '@openum/domain/time/instant.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Scope } from '../port/scope.ts';

/** The newest of a member's other requests; a member with more of them in one season is looked at by hand. */
const mostCompared = 12;

type Asked = Pick<AuthorizationRequest, 'receivedAt' | 'channel' | 'requestingProvider' | 'items'>;

const comparedOf = (r: Asked, { services }: Knowledge): Compared => ({
  receivedAt: r.receivedAt,
  channel: r.channel,
  ...(r.requestingProvider.npi ? { requestingNpi: r.requestingProvider.npi } : {}),
  requestingName: r.requestingProvider.name,
  items: r.items
    .filter((i) => !i.cancelled)
    .map(({ service, period }) => {
      const category = serviceOf(services, service)?.category;
      return { service, ...(period ? { period } : {}), ...(category ? { category } : {}) };
    }),
});

const earlierOf = (caseId: string, c: Case, knowledge: Knowledge): Earlier => ({
  ...comparedOf({ ...c.request, receivedAt: c.receivedAt, items: c.items }, knowledge),
  caseId,
  caseNumber: c.caseNumber,
  decided: openItems(c).length === 0,
});

export type DuplicatesFound = Extract<IntakeEvent, { type: 'PossibleDuplicatesFound' }>['data'];

/** Requests of this member in the last months that may be this one, with what speaks for it. */
export const findDuplicates = async (
  casework: Casework,
  scope: Scope,
  memberNumber: string,
  asked: Asked,
): Promise<DuplicatesFound> => {
  const { knowledge } = casework;
  const rules = knowledge.duplicateRules;
  const since = addElapsed(asked.receivedAt, { hours: -24 * rules.lookBackDays });
  const rows = (await casework.workList.ofMember(scope, memberNumber, 2 * mostCompared))
    .filter((r) => r.receivedAt >= since && r.status !== 'voided' && r.status !== 'withdrawn')
    .slice(0, mostCompared);
  const earlier: Earlier[] = [];
  for (const { caseId } of rows) {
    const loaded = await loadCase(casework.cases, scope, caseId);
    if (loaded) earlier.push(earlierOf(caseId, loaded.state, knowledge));
  }
  return {
    candidates: possibleDuplicates(comparedOf(asked, knowledge), earlier, rules),
    rulesVersion: `${rules.id} ${rules.version}`,
  };
};
