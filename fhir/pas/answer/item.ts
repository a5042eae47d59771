import type { ClaimResponse, Extension, Reference } from '@medplum/fhirtypes';
import type { Coding } from '@openum/domain/case/request.ts';
import type { Case, CaseItem } from '@openum/domain/case/state.ts';
import { type Authorized, isAdverse } from '@openum/domain/determination/determination.ts';
import { dateInZone } from '@openum/domain/time/instant.ts';
import { extensionsOf } from '../../coding.ts';
import { type JsonObject, numberAt, numbersAt, objects } from '../../json.ts';
import { pasExtension, system } from '../../systems.ts';
import { appealExtensions } from './appeal.ts';
import { concept, period, quantity, stringExtension } from './extension.ts';
import { pendReason } from './note.ts';
import type { Parties } from './parties.ts';
import { peerToPeerExtensions, type Spoken } from './peerToPeer.ts';
import { adjudication, type ReviewAction, reviewActionOf, statusInCase } from './reviewAction.ts';

type ResponseItem = NonNullable<ClaimResponse['item']>[number];
type AddedItem = NonNullable<ClaimResponse['addItem']>[number];

const noCode: Coding = { system: system.dataAbsent, code: 'not-applicable' };

const authorizedOf = (item: CaseItem): Authorized | undefined =>
  item.determination && 'authorized' in item.determination ? item.determination.authorized : undefined;

const claimItem = (parties: Parties, sequence: number): JsonObject | undefined =>
  objects(parties.claim?.entry.resource.item).find((i) => numberAt(i, 'sequence') === sequence);

/** Trace numbers and the previous authorization number go back as they came. */
const echoed = (parties: Parties, item: CaseItem): readonly Extension[] => {
  const sent = claimItem(parties, item.sequence);
  const kept = [
    ...extensionsOf(sent, pasExtension('itemTraceNumber')),
    ...extensionsOf(sent, pasExtension('authorizationNumber')),
  ] as unknown as Extension[];
  if (sent || !item.traceNumber) return kept;
  const trace = { system: item.traceNumber.system ?? 'urn:openum:trace-number', value: item.traceNumber.value };
  return [{ url: pasExtension('itemTraceNumber'), valueIdentifier: trace }];
};

/** The practitioner or organization that the line names as giving the care. */
const serviceProvider = (parties: Parties, sequence: number): Reference | undefined => {
  if (!parties.claim) return undefined;
  const { entry, index } = parties.claim;
  const wanted = numbersAt(claimItem(parties, sequence), 'careTeamSequence');
  const member = objects(entry.resource.careTeam).find((m) => wanted.includes(numberAt(m, 'sequence') ?? -1));
  const found = member && index.follow(entry, member.provider);
  const person = found?.type === 'PractitionerRole' ? index.follow(found, found.resource.practitioner) : found;
  return person && parties.repeated.has(person) ? { reference: person.fullUrl } : undefined;
};

const authorizedExtensions = (c: Case, item: CaseItem, a: Authorized, parties: Parties): readonly Extension[] => {
  const provider = serviceProvider(parties, item.sequence);
  const decidedAt = item.determination?.decidedAt;
  return [
    ...(decidedAt
      ? [{ url: pasExtension('itemPreAuthIssueDate'), valueDate: dateInZone(decidedAt, c.request.zone) }]
      : []),
    { url: pasExtension('itemPreAuthPeriod'), valuePeriod: period(a.period) },
    ...(provider
      ? [
          {
            url: pasExtension('itemAuthorizedProvider'),
            extension: [{ url: 'provider', valueReference: provider }],
          },
        ]
      : []),
  ];
};

const detail = (item: CaseItem, a: Authorized): Extension => ({
  url: pasExtension('itemAuthorizedDetail'),
  extension: [
    { url: 'productOrServiceCode', valueCodeableConcept: concept(a.service) },
    ...(item.modifiers ?? []).map((code) => ({
      url: 'modifier',
      valueCodeableConcept: concept({ system: system.hcpcs, code }),
    })),
    ...(a.quantity ? [{ url: 'quantity', valueQuantity: quantity(a.quantity) }] : []),
  ],
});

const actionOf = (c: Case, item: CaseItem): ReviewAction => {
  const status = statusInCase(c, item);
  const d = item.determination;
  const reasonCodes =
    status === 'pended' ? [pendReason(c, item).code886] : d && isAdverse(d) ? d.reasonCodes : undefined;
  // The number of a modified line stands with what is authorized, in addItem.
  const number = status === 'modified' ? undefined : authorizedOf(item)?.authorizationNumber;
  return { code: reviewActionOf[status], ...(number ? { number } : {}), ...(reasonCodes ? { reasonCodes } : {}) };
};

type Aside = {
  /** Points into processNote. */
  readonly noteNumber: number | undefined;
  readonly spoken: Spoken;
};

/** One requested line with its answer. */
export const responseItem = (c: Case, item: CaseItem, parties: Parties, { noteNumber, spoken }: Aside) => {
  const status = statusInCase(c, item);
  const authorized = status === 'modified' ? undefined : authorizedOf(item);
  const extension: Extension[] = [
    ...echoed(parties, item),
    ...(status === 'pended' ? [stringExtension('administrationReferenceNumber', c.caseNumber)] : []),
    ...(item.period ? [{ url: pasExtension('itemRequestedServiceDate'), valuePeriod: period(item.period) }] : []),
    ...(authorized ? authorizedExtensions(c, item, authorized, parties) : []),
    ...(authorized ? [detail(item, authorized)] : []),
    ...peerToPeerExtensions(c, item, spoken),
    ...appealExtensions(c, item),
  ];
  return {
    ...(extension.length > 0 ? { extension } : {}),
    itemSequence: item.sequence,
    ...(noteNumber === undefined ? {} : { noteNumber: [noteNumber] }),
    adjudication: [adjudication(actionOf(c, item))],
  } satisfies ResponseItem;
};

/** What is authorized instead of a modified line (A6): one added line with its own A1. */
export const addedItem = (c: Case, item: CaseItem, parties: Parties): AddedItem | undefined => {
  const authorized = authorizedOf(item);
  if (statusInCase(c, item) !== 'modified' || !authorized) return undefined;
  const provider = serviceProvider(parties, item.sequence);
  return {
    extension: authorizedExtensions(c, item, authorized, parties).filter(
      (e) => e.url !== pasExtension('itemAuthorizedProvider'),
    ),
    itemSequence: [item.sequence],
    ...(provider ? { provider: [provider] as NonNullable<AddedItem['provider']> } : {}),
    productOrService: authorized.service.code === '' ? concept(noCode) : concept(authorized.service),
    servicedPeriod: period(authorized.period),
    ...(authorized.quantity ? { quantity: quantity(authorized.quantity) } : {}),
    adjudication: [adjudication({ code: 'A1', number: authorized.authorizationNumber })],
  };
};
