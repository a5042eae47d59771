import { isRefusal, type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import { openInformationRequest } from '@openum/domain/case/status.ts';
import { addElapsed, type Instant } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import { loadCase } from '../case/load.ts';
import { linkReaders, makeInformationLink } from './guestLink.ts';

/** A provider is not asked twice within this time. So a run over many cases that was stopped may simply be started again. */
const restHours = 24;

export type AskedAgain =
  | { readonly kind: 'asked'; readonly name: string; readonly email: string }
  | { readonly kind: 'askedLately'; readonly at: Instant }
  /** Nobody of the request has an NPI and an address on file: somebody must call or write. */
  | { readonly kind: 'noAddress' }
  /** There is no mail server, or it cannot be reached or refuses. */
  | { readonly kind: 'notMailed' };

/**
 * Asks the provider again who has not answered: by a link of their own to the same request, mailed to the address on file. The act is
 * the one that makes a single link.
 */
export const askAgain = async (
  acting: Acting,
  caseId: string,
  newLink: () => { readonly hash: string; readonly address: string },
): Promise<AskedAgain | Refusal> => {
  const { casework, tenant, now } = acting;
  const loaded = await loadCase(casework.cases, { tenantId: tenant.tenantId }, caseId);
  if (!loaded) return refuse('caseNotFound');
  const request = openInformationRequest(loaded.state);
  if (!request) return refuse('informationRequestEnded');
  const since = addElapsed(now, { hours: -restHours });
  const lately = loaded.events.findLast(
    (e) =>
      e.type === 'InformationLinkMade' &&
      e.data.requestId === request.requestId &&
      e.data.mail === 'mailed' &&
      e.recordedAt > since,
  );
  if (lately) return { kind: 'askedLately', at: lately.recordedAt };
  if (!casework.mailer) return { kind: 'notMailed' };
  const readers = await linkReaders(acting, caseId);
  if (isRefusal(readers)) return readers;
  for (const { name, npi, email } of readers) {
    if (!npi || !email) continue;
    const { hash, address } = newLink();
    const made = await makeInformationLink(acting, caseId, { requestId: request.requestId, npi }, hash, address);
    if (isRefusal(made)) return made;
    return made.mailed === 'mailed' ? { kind: 'asked', name, email } : { kind: 'notMailed' };
  }
  return { kind: 'noAddress' };
};
