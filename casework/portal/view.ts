import { mayNot } from '@openum/domain/case/capability.ts';
import type { IssuedNotice } from '@openum/domain/case/event.ts';
import { refusalSentence } from '@openum/domain/case/refusal.ts';
import type { Provider, Quantity, ServicePeriod, Setting, Urgency } from '@openum/domain/case/request.ts';
import { type RequestStatus, requestStatus } from '@openum/domain/case/requestStatus.ts';
import type { Case, CaseItem, InformationRequest } from '@openum/domain/case/state.ts';
import { type ItemStatus, itemStatus } from '@openum/domain/case/status.ts';
import { serviceOf } from '@openum/domain/service/catalogue.ts';
import type { CalendarDate, Instant } from '@openum/domain/time/instant.ts';
import type { LoadedCase } from '../case/load.ts';
import type { StoredEvent } from '../port/caseStore.ts';
import type { Tenant } from '../port/identity.ts';
import { project } from '../projection/project.ts';
import { type AtPortal, loadOwn, recordRead } from './portal.ts';
import { type OwnStay, ownStay } from './stay.ts';

type ProviderName = Pick<Provider, 'npi' | 'name'>;

export type OwnItem = {
  readonly itemSequence: number;
  readonly code: string;
  readonly label: string;
  readonly quantity?: Quantity;
  readonly period?: ServicePeriod;
  readonly servicingProvider?: ProviderName;
  readonly status: ItemStatus;
  readonly decidedAt?: Instant;
  readonly authorized?: {
    readonly authorizationNumber: string;
    readonly code: string;
    readonly quantity?: Quantity;
    readonly period: ServicePeriod;
  };
};

export type OwnInformationRequest = {
  readonly requestId: string;
  readonly questions: readonly { readonly text: string; readonly itemSequence?: number }[];
  readonly message?: string;
  readonly sentAt: Instant;
  readonly dueAt: Instant;
  readonly answeredAt?: Instant;
  /** What the practice wrote; what the plan noted about an answer by other ways stays with the plan. */
  readonly answer?: string;
};

export type OwnDocument = {
  readonly documentId: string;
  readonly title: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly sentAt: Instant;
  readonly sentBy: string;
};

export type OwnLetter = { readonly noticeId: string; readonly kind: IssuedNotice['kind']; readonly issuedAt: Instant };

/** A request as its sender sees it: what was sent, what is asked, what came of it. Built field by field, so that nothing else slips in. */
export type OwnRequest = {
  readonly caseId: string;
  readonly now: Instant;
  readonly caseNumber: string;
  readonly plan: Pick<Tenant, 'name' | 'phone' | 'hours'>;
  readonly status: RequestStatus;
  readonly receivedAt: Instant;
  readonly dueAt?: Instant;
  readonly urgency: Urgency;
  readonly setting: Setting;
  readonly member: { readonly memberNumber: string; readonly name: string; readonly birthDate: CalendarDate };
  readonly planName: string;
  readonly requestingProvider: ProviderName;
  readonly diagnoses: readonly { readonly code: string; readonly label?: string }[];
  readonly rationale?: string;
  readonly items: readonly OwnItem[];
  readonly stay?: OwnStay;
  readonly informationRequests: readonly OwnInformationRequest[];
  readonly documents: readonly OwnDocument[];
  readonly letters: readonly OwnLetter[];
  readonly withdrawnAt?: Instant;
  /** Why an act is not open to this person now; a missing sentence means that it is. */
  readonly closed: { readonly answer?: string; readonly attach?: string; readonly withdraw?: string };
};

const providerName = ({ npi, name }: Provider): ProviderName => ({ ...(npi ? { npi } : {}), name });

const itemOf = (item: CaseItem, at: AtPortal): OwnItem => {
  const d = item.determination;
  const authorized = d && d.outcome !== 'notRequired' ? d.authorized : undefined;
  return {
    itemSequence: item.sequence,
    code: item.service.code,
    label: serviceOf(at.casework.knowledge.services, item.service)?.label ?? item.service.display ?? '',
    ...(item.quantity ? { quantity: item.quantity } : {}),
    ...(item.period ? { period: item.period } : {}),
    ...(item.servicingProvider ? { servicingProvider: providerName(item.servicingProvider) } : {}),
    status: itemStatus(item),
    ...(d ? { decidedAt: d.decidedAt } : {}),
    ...(authorized
      ? {
          authorized: {
            authorizationNumber: authorized.authorizationNumber,
            code: authorized.service.code,
            ...(authorized.quantity ? { quantity: authorized.quantity } : {}),
            period: authorized.period,
          },
        }
      : {}),
  };
};

/** Sent from outside: by a system of the provider, by a person of a practice, or by the provider's own link. */
const fromSender = (e: StoredEvent, { requestingProvider }: Case['request']): boolean =>
  e.actor.kind === 'client' ||
  e.onBehalfOf !== undefined ||
  (e.actor.kind === 'guest' && e.actor.npi === requestingProvider.npi);

const informationOf = (r: InformationRequest, { state, events }: LoadedCase): OwnInformationRequest => {
  const answered = events.find((e) => e.type === 'InformationReceived' && e.data.requestId === r.requestId);
  const theirs = answered && fromSender(answered, state.request);
  return {
    requestId: r.requestId,
    questions: r.items.map(({ text, itemSequence }) => ({
      text,
      ...(itemSequence === undefined ? {} : { itemSequence }),
    })),
    ...(r.message ? { message: r.message } : {}),
    sentAt: r.sentAt,
    dueAt: r.dueAt,
    ...(r.answeredAt ? { answeredAt: r.answeredAt } : {}),
    ...(theirs && r.summary ? { answer: r.summary } : {}),
  };
};

const senderName = (e: StoredEvent): string => (e.actor.kind === 'system' ? 'OpenUM' : e.actor.name);

/** The files that the provider sent. The message of the request itself is not one: its content is the request. */
const documentsOf = ({ state, events }: LoadedCase): readonly OwnDocument[] =>
  events.flatMap((e) => {
    if (e.type !== 'DocumentAttached' || !fromSender(e, state.request) || e.data.origin.startsWith('message:'))
      return [];
    const { documentId, title, contentType, sizeBytes } = e.data;
    return [{ documentId, title, contentType, sizeBytes, sentAt: e.recordedAt, sentBy: senderName(e) }];
  });

const lettersOf = ({ state }: LoadedCase): readonly OwnLetter[] =>
  state.notices
    .filter((n) => n.audience === 'provider')
    .map(({ noticeId, kind, issuedAt }) => ({ noticeId, kind, issuedAt }));

const closedOf = (at: AtPortal, { state }: LoadedCase): OwnRequest['closed'] => {
  const why = (act: Parameters<typeof mayNot>[0]): string | undefined => {
    const no = mayNot(act, at.actor, state, at.practice.name);
    return no && refusalSentence(no);
  };
  const [answer, attach, withdraw] = [why('ReceiveInformation'), why('AttachDocument'), why('Withdraw')];
  return { ...(answer ? { answer } : {}), ...(attach ? { attach } : {}), ...(withdraw ? { withdraw } : {}) };
};

const viewOf = (at: AtPortal, loaded: LoadedCase): OwnRequest => {
  const { caseId, state } = loaded;
  const { request } = state;
  const { knowledge } = at.casework;
  const { plan } = at.access;
  const row = project(caseId, state, knowledge).case;
  const stay = ownStay(at, state);
  return {
    caseId,
    now: at.now,
    caseNumber: state.caseNumber,
    plan: {
      name: plan.name,
      ...(plan.phone ? { phone: plan.phone } : {}),
      ...(plan.hours ? { hours: plan.hours } : {}),
    },
    status: requestStatus(row.status),
    receivedAt: state.receivedAt,
    ...(row.nextDueAt ? { dueAt: row.nextDueAt } : {}),
    urgency: state.urgency,
    setting: request.setting,
    member: { memberNumber: row.memberNumber, name: row.memberName, birthDate: row.memberBirthDate },
    planName: row.planName,
    requestingProvider: providerName(request.requestingProvider),
    diagnoses: request.diagnoses.map(({ code }) => {
      const label = knowledge.diagnoses.find((d) => d.code === code)?.label;
      return { code, ...(label ? { label } : {}) };
    }),
    ...(request.rationale ? { rationale: request.rationale } : {}),
    items: state.items.map((i) => itemOf(i, at)),
    ...(stay ? { stay } : {}),
    informationRequests: state.informationRequests.map((r) => informationOf(r, loaded)),
    documents: documentsOf(loaded),
    letters: lettersOf(loaded),
    ...(state.withdrawn ? { withdrawnAt: state.withdrawn.at } : {}),
    closed: closedOf(at, loaded),
  };
};

/** One request of theirs, logged as read; undefined when it is not theirs. */
export const readOwn = async (at: AtPortal, caseId: string): Promise<OwnRequest | undefined> => {
  const loaded = await loadOwn(at, caseId);
  if (!loaded) return undefined;
  await recordRead(at, 'case', caseId);
  return viewOf(at, loaded);
};

/** Whether a letter is one to the provider of this case, and a document one that the provider sent. */
export const isOwnLetter = (loaded: LoadedCase, noticeId: string): boolean =>
  lettersOf(loaded).some((l) => l.noticeId === noticeId);
export const isOwnDocument = (loaded: LoadedCase, documentId: string): boolean =>
  documentsOf(loaded).some((d) => d.documentId === documentId);
