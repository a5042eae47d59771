import { invalid, isRefusal, type Refusal } from '@openum/domain/case/refusal.ts';
import type { Setting, Urgency } from '@openum/domain/case/request.ts';
import type { DocumentKind } from '@openum/domain/checklist/kind.ts';
import { factProblem } from '@openum/domain/fact/catalogue.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import { type CalendarDate, dateInZone, type Instant } from '@openum/domain/time/instant.ts';
import type { Acting } from '../case/act.ts';
import type { RegisteredProvider } from '../port/register.ts';
import { type RetrospectiveForm, retrospectiveOf } from '../retrospective/form.ts';
import type { Arrival, Received } from './arrival.ts';
import { type DeskEntry, entryChannel, entryMoment } from './entry.ts';
import { receiveRequest } from './receive.ts';

/** In whose name forms are kept that were filled from a message. */
export const intakeClient = 'intake';
export const arrivalIdentifier = (messageId: string) => ({ system: 'urn:openum:arrival', value: messageId });

type Answered = Exclude<Fact['value'], { kind: 'text' }>;

/** The entry form, as filled in. */
export type PortalForm = {
  readonly submissionId: string;
  readonly memberId: string;
  readonly requestingProviderNpi: string;
  readonly servicingProviderNpi?: string | undefined;
  readonly urgency: Urgency;
  readonly urgencyBasis?: string | undefined;
  readonly urgencyAttested?: boolean | undefined;
  readonly setting: Setting;
  readonly diagnoses: readonly string[];
  readonly items: readonly {
    readonly system: string;
    readonly code: string;
    readonly quantity?: { readonly value: number; readonly unit: string } | undefined;
    readonly start: string;
    readonly end?: string | undefined;
  }[];
  readonly retrospective?: RetrospectiveForm | undefined;
  readonly rationale?: string | undefined;
  readonly facts: readonly {
    readonly key: string;
    readonly value: Answered;
    readonly at?: string | undefined;
    readonly qualifiers?: Readonly<Record<string, string>> | undefined;
  }[];
  readonly documents: readonly {
    readonly title: string;
    readonly contentType: string;
    readonly base64: string;
    readonly recordedOn?: string | undefined;
    readonly kind?: DocumentKind | undefined;
  }[];
};

const providerOf = (p: RegisteredProvider) => {
  const { providerId: _id, kind: _kind, ...provider } = p;
  return provider;
};

/** What came with the message out of which a person fills the form. */
export type Carried = Pick<Arrival, 'facts'> & {
  readonly source: NonNullable<Arrival['source']> & { readonly receivedAt: Instant };
  readonly documents: Arrival['documents'];
};

/** Reads the form into a request and takes the same way in as every other channel. The form itself is kept as the original message. */
export const receivePortalForm = async (
  acting: Acting,
  form: PortalForm & DeskEntry,
  carried?: Carried,
): Promise<Received | Refusal> => {
  const { casework, tenant, actor, onBehalfOf } = acting;
  const { environment, register, knowledge } = casework;
  const scope = { tenantId: tenant.tenantId };
  const member = await register.memberById(scope, form.memberId);
  if (!member) return invalid('memberId', 'choose a member of this plan');
  const requesting = await register.providerByNpi(scope, form.requestingProviderNpi);
  if (!requesting) return invalid('requestingProviderNpi', 'no provider on file has this NPI');
  const servicing = form.servicingProviderNpi
    ? await register.providerByNpi(scope, form.servicingProviderNpi)
    : undefined;
  if (form.servicingProviderNpi && !servicing)
    return invalid('servicingProviderNpi', 'no provider on file has this NPI');
  if (form.urgency === 'expedited' && (!form.urgencyAttested || !form.urgencyBasis?.trim())) {
    return invalid('urgencyBasis', 'an expedited request needs its ground and your attestation');
  }
  const receivedAt = carried?.source.receivedAt ?? entryMoment(form, acting);
  if (isRefusal(receivedAt)) return receivedAt;
  const channel = carried?.source.channel ?? entryChannel(form, acting);
  const today = dateInZone(receivedAt, member.zone);
  const retrospective = retrospectiveOf(form, today);
  if (isRefusal(retrospective)) return retrospective;
  const facts = form.facts.map(
    (f): Fact => ({
      id: environment.newId(),
      key: f.key,
      value: f.value,
      // What is answered after the care, without a day, is not known to have been so when it was given.
      ...(f.at || !retrospective ? { at: (f.at ?? today) as CalendarDate } : {}),
      ...(f.qualifiers ? { qualifiers: f.qualifiers } : {}),
      source: { kind: 'person', userId: actor.userId, name: actor.name, basis: 'Entered with the request' },
    }),
  );
  for (const fact of facts) {
    const problem = factProblem(fact, knowledge.facts);
    if (problem) return invalid(`facts ${fact.key}`, problem);
  }
  const documents = form.documents.map((d, i) => ({
    title: d.title,
    contentType: d.contentType,
    bytes: new Uint8Array(Buffer.from(d.base64, 'base64')),
    origin: `portal:${i + 1}`,
    ...(d.recordedOn ? { recordedOn: d.recordedOn as CalendarDate } : {}),
    ...(d.kind ? { kind: d.kind } : {}),
  }));
  // The files are kept beside the form; their hashes make it another form when they are others.
  const named = documents.map(({ title, contentType, bytes: b }) => ({
    title,
    contentType,
    sha256: environment.sha256Hex(b),
  }));
  const bytes = new TextEncoder().encode(JSON.stringify({ ...form, documents: named }, null, 2));
  return receiveRequest(casework, {
    tenant,
    actor,
    ...(onBehalfOf ? { onBehalfOf } : {}),
    receivedAt,
    message: {
      messageId: environment.newId(),
      clientId: carried ? intakeClient : `user:${actor.userId}`,
      channel,
      contentType: 'application/json',
      bytes,
      sha256: environment.sha256Hex(bytes),
      receivedAt,
      // A kept message is entered once, whoever does it.
      identifier: carried
        ? arrivalIdentifier(carried.source.messageId)
        : { system: 'urn:openum:portal', value: form.submissionId },
    },
    ...(carried ? { source: carried.source } : {}),
    memberNumbers: [member.member.memberNumber],
    request: {
      reviewType: retrospective ? 'retrospective' : 'prospective',
      ...(retrospective ? { retrospective } : {}),
      urgency: form.urgency,
      ...(form.urgency === 'expedited' && form.urgencyBasis
        ? { urgencyBasis: form.urgencyBasis, urgencyRequestedBy: form.urgencyRequestedBy ?? ('provider' as const) }
        : {}),
      setting: form.setting,
      requestingProvider: providerOf(requesting),
      diagnoses: form.diagnoses.map((code, i) => ({ sequence: i + 1, code, principal: i === 0 })),
      items: form.items.map((item, i) => ({
        sequence: i + 1,
        service: { system: item.system, code: item.code },
        ...(item.quantity ? { quantity: item.quantity } : {}),
        period: { start: item.start as CalendarDate, ...(item.end ? { end: item.end as CalendarDate } : {}) },
        diagnoses: form.diagnoses,
        ...(servicing ? { servicingProvider: providerOf(servicing) } : {}),
      })),
      ...(form.rationale ? { rationale: form.rationale } : {}),
    },
    documents: [...(carried?.documents ?? []), ...documents],
    facts: [...(carried?.facts ?? []).filter((c) => !facts.some((f) => f.key === c.key)), ...facts],
    answer: ({ caseId }) => new TextEncoder().encode(JSON.stringify({ caseId })),
  });
};
