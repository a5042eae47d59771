import { mayNot } from '@openum/domain/case/capability.ts';
import { type Refusal, refuse } from '@openum/domain/case/refusal.ts';
import type { Case, InformationRequest } from '@openum/domain/case/state.ts';
import { openInformationRequest } from '@openum/domain/case/status.ts';
import { localText } from '@openum/domain/clock/due.ts';
import { type AskedProvider, linkEndsAt, providersToAsk } from '@openum/domain/information/link.ts';
import type { LinkMailResult } from '@openum/domain/peerToPeer/event.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import { execute } from '../case/execute.ts';
import { loadCase } from '../case/load.ts';
import type { Casework } from '../casework.ts';
import type { MadeLink } from '../guestLink/desk.ts';
import { mailText } from '../guestLink/mail.ts';
import { hardDeadlines } from '../peerToPeer/basis.ts';
import type { Scope } from '../port/scope.ts';

/** The mail address on file for a provider: what is kept for letters, or what was given for a talk. */
const addressOf = async ({ letters }: Casework, scope: Scope, c: Case, npi: string): Promise<string | undefined> => {
  const preference = await letters.contacts.preference(scope, 'provider', npi);
  return preference?.email ?? c.peerToPeer.findLast((p) => p.to.npi === npi && p.to.email)?.to.email;
};

/** Whom a link can be made for; `email` only where it can be mailed there. */
export type LinkReader = AskedProvider & { readonly email?: string };

export const linkReaders = async (
  { casework, tenant }: Acting,
  caseId: string,
): Promise<readonly LinkReader[] | Refusal> => {
  const scope = { tenantId: tenant.tenantId };
  const loaded = await loadCase(casework.cases, scope, caseId);
  if (!loaded) return refuse('caseNotFound');
  return Promise.all(
    providersToAsk(loaded.state).map(async (p) => {
      const email = p.npi && casework.mailer ? await addressOf(casework, scope, loaded.state, p.npi) : undefined;
      return email ? { ...p, email } : p;
    }),
  );
};

type Asking = {
  readonly c: Case;
  readonly request: InformationRequest;
  readonly to: { readonly name: string; readonly npi: string };
  readonly until: Instant;
  readonly link: { readonly hash: string; readonly address: string };
};

const mailLink = async ({ casework, tenant }: Acting, a: Asking): Promise<LinkMailResult> => {
  const at = (moment: Instant) => `${localText(moment, tenant.zone)} (${tenant.zone})`;
  return mailText(casework, {
    mailId: `${a.request.requestId}.link-${a.link.hash.slice(0, 12)}`,
    to: await addressOf(casework, { tenantId: tenant.tenantId }, a.c, a.to.npi),
    words: casework.knowledge.informationLink.mail,
    values: {
      'plan.name': tenant.name,
      'plan.phone': tenant.phone ?? 'the plan',
      provider: a.to.name,
      until: at(a.until),
      due: at(a.request.dueAt),
      link: a.link.address,
    },
  });
};

/**
 * A way in for one provider of this request to what was asked, and nothing else. `linkHash` is that of a token which only the
 * caller knows; with `address` the link is sent by mail as well. That it was made, for whom and by whom, stands in the record.
 */
export const makeInformationLink = async (
  acting: Acting,
  caseId: string,
  asked: { readonly requestId: string; readonly npi: string },
  linkHash: string,
  address?: string,
): Promise<MadeLink | Refusal> => {
  const { casework, tenant, actor, now } = acting;
  const scope = { tenantId: tenant.tenantId };
  const loaded = await loadCase(casework.cases, scope, caseId);
  if (!loaded) return refuse('caseNotFound');
  const { state } = loaded;
  const no = mayNot('MakeInformationLink', actor, state);
  if (no) return no;
  const request = openInformationRequest(state);
  if (request?.requestId !== asked.requestId) return refuse('informationRequestUnknown', { request: asked.requestId });
  const provider = providersToAsk(state).find((p) => p.npi === asked.npi);
  if (!provider) return refuse('fieldInvalid', { field: 'npi', problem: 'no provider of this request has this NPI' });
  const to = { name: provider.name, npi: asked.npi };
  const until = linkEndsAt(
    request.dueAt,
    now,
    hardDeadlines(state, casework.knowledge, now),
    casework.knowledge.informationLink.hoursAfterDue,
  );
  await casework.guestLinks.create(scope, {
    linkHash,
    caseId,
    about: 'information',
    subjectId: request.requestId,
    toNpi: to.npi,
    createdAt: now,
    createdBy: actor.name,
    expiresAt: until,
  });
  const mailed = address
    ? await mailLink(acting, { c: state, request, to, until, link: { hash: linkHash, address } })
    : undefined;
  const mail = mailed ? { mail: mailed } : {};
  await execute(casework, scope, {
    caseId,
    command: () => ({ type: 'MakeInformationLink', actor, now, requestId: request.requestId, to, until, ...mail }),
  });
  return { expiresAt: until, ...(mailed ? { mailed } : {}) };
};
