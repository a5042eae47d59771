import './withoutEval.ts';
import type { Retrospective, Setting, Urgency } from '@openum/domain/case/request.ts';
import type { ZoneId } from '@openum/domain/time/instant.ts';
import type { DeskRequest } from '@openum/http/contract/intake.ts';
import {
  type DiagnosisHit,
  type MemberHit,
  type PortalRequest,
  type ProviderHit,
  portalRequest,
  type ServiceHit,
} from '@openum/http/contract/request.ts';
import { localMoment } from '../case/act/localMoment.ts';

export type EntryChannel = NonNullable<DeskRequest['channel']>;

export type Ask = ServiceHit['asks'][number];

export type ItemDraft = {
  readonly service: ServiceHit;
  readonly units: string;
  readonly start: string;
  readonly end: string;
};

/** An answer to a clinical question; empty means that it stays unknown. */
export type AnswerDraft = { readonly value: string; readonly at: string };

/** The form as typed. Files are not in it: they are too large to keep in the browser's storage. */
export type RequestDraft = {
  readonly submissionId: string;
  /** The plan that it goes to, for a practice with several; else empty. */
  readonly planId: string;
  readonly member: MemberHit | null;
  readonly requesting: ProviderHit | null;
  readonly servicing: ProviderHit | null;
  readonly urgency: Urgency;
  readonly urgencyBasis: string;
  readonly urgencyAttested: boolean;
  readonly setting: Setting;
  readonly diagnoses: readonly DiagnosisHit[];
  readonly items: readonly ItemDraft[];
  readonly answers: Readonly<Record<string, AnswerDraft>>;
  readonly rationale: string;
  /** How it came to the plan, when a person of the plan enters it; else empty. */
  readonly channel: EntryChannel | '';
  /** When it came; empty: now. */
  readonly receivedDay: string;
  readonly receivedTime: string;
  readonly requestedBy: NonNullable<DeskRequest['urgencyRequestedBy']>;
  readonly retrospective: {
    readonly on: boolean;
    readonly reason: Retrospective['reason'] | '';
    readonly endedOn: string;
    readonly claim: string;
    readonly note: string;
  };
};

export type DocumentDraft = NonNullable<PortalRequest['documents']>[number] & { readonly sizeBytes: number };

export const emptyDraft = (submissionId: string): RequestDraft => ({
  submissionId,
  planId: '',
  member: null,
  requesting: null,
  servicing: null,
  urgency: 'standard',
  urgencyBasis: '',
  urgencyAttested: false,
  setting: 'outpatient',
  diagnoses: [],
  items: [],
  answers: {},
  rationale: '',
  channel: '',
  receivedDay: '',
  receivedTime: '',
  requestedBy: 'physician',
  retrospective: { on: false, reason: '', endedOn: '', claim: '', note: '' },
});

/** The same fact under other circumstances is another question. */
export const askKey = (ask: Ask): string => `${ask.key} ${JSON.stringify(ask.qualifiers ?? {})}`;

/** What the criteria of the chosen services ask, each once. */
export const asksOf = (items: readonly ItemDraft[]): readonly Ask[] => {
  const all = items.flatMap((i) => i.service.asks);
  return all.filter((a, at) => all.findIndex((b) => askKey(b) === askKey(a)) === at);
};

type FactBody = NonNullable<PortalRequest['facts']>[number];

const answerValue = (ask: Ask, text: string): FactBody['value'] | undefined => {
  if (text === '') return undefined;
  switch (ask.kind) {
    case 'quantity':
      return Number.isFinite(Number(text))
        ? { kind: 'quantity', value: Number(text), unit: ask.unit ?? '1' }
        : undefined;
    case 'boolean':
      return { kind: 'boolean', value: text === 'yes' };
    case 'code':
      return { kind: 'code', value: text };
    case 'date':
      return { kind: 'date', value: text };
    default: {
      const never: never = ask.kind;
      return never;
    }
  }
};

const factsOf = (d: RequestDraft): readonly FactBody[] =>
  asksOf(d.items).flatMap((ask) => {
    const answer = d.answers[askKey(ask)];
    const value = answer && answerValue(ask, answer.value.trim());
    if (!answer || !value) return [];
    return [
      {
        key: ask.key,
        value,
        ...(answer.at === '' ? {} : { at: answer.at }),
        ...(ask.qualifiers ? { qualifiers: { ...ask.qualifiers } } : {}),
      },
    ];
  });

const quantityOf = (item: ItemDraft): { quantity?: { value: number; unit: string } } =>
  item.units.trim() === '' ? {} : { quantity: { value: Number(item.units), unit: item.service.unit ?? 'unit' } };

const retrospectiveBody = ({ retrospective: r }: RequestDraft): Pick<PortalRequest, 'retrospective'> =>
  r.on
    ? {
        retrospective: {
          reason: r.reason as Retrospective['reason'],
          serviceEndedOn: r.endedOn,
          ...(r.claim.trim() === '' ? {} : { claimNumber: r.claim.trim() }),
          ...(r.note.trim() === '' ? {} : { note: r.note.trim() }),
        },
      }
    : {};

/** The body to send; it may still break the rules of the contract, which `requestProblems` tells. */
export const requestBody = (d: RequestDraft, documents: readonly DocumentDraft[]): PortalRequest => ({
  submissionId: d.submissionId,
  memberId: d.member?.memberId ?? '',
  requestingProviderNpi: d.requesting?.npi ?? '',
  ...(d.servicing ? { servicingProviderNpi: d.servicing.npi } : {}),
  urgency: d.urgency,
  ...(d.urgency === 'expedited' ? { urgencyBasis: d.urgencyBasis.trim(), urgencyAttested: d.urgencyAttested } : {}),
  setting: d.setting,
  diagnoses: d.diagnoses.map((x) => x.code),
  items: d.items.map((i) => ({
    system: i.service.system,
    code: i.service.code,
    ...quantityOf(i),
    start: i.start,
    ...(i.end === '' ? {} : { end: i.end }),
  })),
  ...retrospectiveBody(d),
  ...(d.rationale.trim() === '' ? {} : { rationale: d.rationale.trim() }),
  facts: [...factsOf(d)],
  documents: documents.map(({ sizeBytes: _, ...document }) => document),
});

/** The same with how the request came in, for people of the plan. A message that was kept has its channel and its time already. */
export const deskBody = (d: RequestDraft, documents: readonly DocumentDraft[], zone: ZoneId): DeskRequest => {
  const receivedAt = localMoment(d.receivedDay, d.receivedTime, zone);
  return {
    ...requestBody(d, documents),
    ...(d.channel === '' ? {} : { channel: d.channel }),
    ...(receivedAt ? { receivedAt } : {}),
    ...(d.urgency === 'expedited' ? { urgencyRequestedBy: d.requestedBy } : {}),
  };
};

export type FieldProblem = { readonly path: string; readonly message: string };

const missing: Readonly<Record<string, string>> = {
  memberId: 'Choose the member.',
  requestingProviderNpi: 'Choose the requesting provider.',
  diagnoses: 'Add at least one diagnosis.',
  items: 'Add at least one service.',
  'retrospective.reason': 'Say why the care is reviewed now.',
  'retrospective.serviceEndedOn': 'Enter the last day of the care.',
};

const answerProblems = (d: RequestDraft): readonly FieldProblem[] =>
  asksOf(d.items).flatMap((ask) => {
    const text = d.answers[askKey(ask)]?.value.trim() ?? '';
    return text !== '' && answerValue(ask, text) === undefined
      ? [{ path: `facts.${askKey(ask)}`, message: `${ask.label}: enter a number, or leave it empty.` }]
      : [];
  });

const itemProblems = (item: ItemDraft, at: number): readonly FieldProblem[] => {
  const path = (field: string) => `items.${at}.${field}`;
  const units = item.units.trim();
  return [
    ...(units === '' || Number(units) > 0
      ? []
      : [{ path: path('quantity'), message: 'Units are a number above zero.' }]),
    ...(item.start === '' ? [{ path: path('start'), message: 'Enter the first day of service.' }] : []),
    ...(item.end !== '' && item.start !== '' && item.end < item.start
      ? [{ path: path('end'), message: 'The last day lies before the first.' }]
      : []),
  ];
};

const retrospectiveProblems = ({ retrospective: r, urgency, items }: RequestDraft): readonly FieldProblem[] => {
  if (!r.on) return [];
  const problem = (when: boolean, path: string, message: string) => (when ? [{ path, message }] : []);
  const later = r.endedOn !== '' && items.some((i) => (i.end || i.start) > r.endedOn);
  return [
    ...problem(later, 'retrospective.serviceEndedOn', 'A service of this request ends later than the care.'),
    ...problem(
      r.reason === 'deniedClaim' && r.claim.trim() === '',
      'retrospective.claimNumber',
      'Name the claim that was denied.',
    ),
    ...problem(r.reason === 'other' && r.note.trim() === '', 'retrospective.note', 'Say why it is reviewed now.'),
    ...problem(urgency === 'expedited', 'urgency', 'Care that has been given cannot be expedited: choose standard.'),
  ];
};

/** Everything that keeps the form from being sent, each with the field that it belongs to. */
export const requestProblems = (d: RequestDraft): readonly FieldProblem[] => {
  const own: FieldProblem[] = [
    ...(d.urgency === 'expedited' && d.urgencyBasis.trim() === ''
      ? [{ path: 'urgencyBasis', message: 'Write why the request cannot wait.' }]
      : []),
    ...(d.urgency === 'expedited' && !d.urgencyAttested
      ? [{ path: 'urgencyAttested', message: 'Confirm the statement on urgency.' }]
      : []),
    ...((d.receivedDay === '') === (d.receivedTime === '')
      ? []
      : [{ path: 'receivedAt', message: 'Enter day and time of receipt, or leave both empty for now.' }]),
    ...retrospectiveProblems(d),
    ...d.items.flatMap(itemProblems),
    ...answerProblems(d),
  ];
  const parsed = portalRequest.safeParse(requestBody(d, []));
  const contract = parsed.success
    ? []
    : parsed.error.issues.map((issue) => {
        const path = issue.path.join('.');
        return { path, message: missing[path] ?? issue.message };
      });
  const all = [
    ...contract.filter((c) => !own.some((o) => c.path === o.path || c.path.startsWith(`${o.path}.`))),
    ...own,
  ];
  return all.filter((p, at) => all.findIndex((q) => q.path === p.path) === at);
};

const icd10 = /^[A-TV-Z]\d[0-9A-Z](\.?[0-9A-Z]{1,4})?$/;

/** A code typed by hand, in the usual form with a dot; undefined when it is none. */
export const typedDiagnosis = (text: string): DiagnosisHit | undefined => {
  const plain = text.trim().toUpperCase();
  if (!icd10.test(plain)) return undefined;
  const bare = plain.replace('.', '');
  return { code: bare.length > 3 ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare, label: 'entered by hand' };
};
