import type { Coding, Quantity, ServicePeriod } from '@openum/domain/case/request.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { type CaseStatus, caseStatus, itemStatus } from '@openum/domain/case/status.ts';
import { localText } from '@openum/domain/clock/due.ts';
import { type ServiceCatalogue, serviceOf } from '@openum/domain/service/catalogue.ts';
import { type IndexDocument, type IndexSection, spaced, table } from './document.ts';

export const serviceText = ({ code, display }: Coding & { readonly display?: string }): string =>
  display ? `${code} ${display}` : code;

export const amountText = (quantity: Quantity | undefined, period: ServicePeriod | undefined): string =>
  [
    quantity ? `${quantity.value} ${quantity.unit}` : '',
    period ? `${period.start} to ${period.end ?? 'no end given'}` : '',
  ]
    .filter((t) => t !== '')
    .join(', ') || 'not given';

const statusText: Record<CaseStatus, string> = {
  received: 'Received',
  clinicalReview: 'In clinical review',
  awaitingInformation: 'Awaiting information',
  physicianReview: 'In physician review',
  determined: 'Determined',
  withdrawn: 'Withdrawn',
  voided: 'Voided',
};

export const headFacts = (c: Case): IndexDocument['facts'] => {
  const { member, coverage, requestingProvider, channel, reviewType, setting, zone, diagnoses } = c.request;
  return [
    { label: 'Member', value: `${member.given} ${member.family}, born ${member.birthDate}` },
    { label: 'Member number', value: member.memberNumber },
    { label: 'Plan', value: `${coverage.planName} (${spaced(coverage.lineOfBusiness)}, ${coverage.stateOfIssue})` },
    {
      label: 'Requested by',
      value: `${requestingProvider.name}${requestingProvider.npi ? `, NPI ${requestingProvider.npi}` : ''}`,
    },
    { label: 'Received', value: `${localText(c.receivedAt, zone)} (${zone}), by ${channel}` },
    { label: 'Review', value: `${spaced(reviewType)}, ${c.urgency}, ${spaced(setting)}` },
    { label: 'Diagnoses', value: diagnoses.map((d) => d.code).join(', ') || 'none given' },
    { label: 'Status', value: statusText[caseStatus(c)] },
  ];
};

export const linesSection = (c: Case, services: ServiceCatalogue): IndexSection => ({
  heading: 'Lines of the request',
  blocks: [
    table(
      [
        ['Line', 1],
        ['Service', 4],
        ['Asked for', 6],
        ['Status', 3],
      ],
      c.items.map((i) => [
        String(i.sequence),
        `${i.service.code} ${serviceOf(services, i.service)?.label ?? i.service.display ?? ''}`.trim(),
        amountText(i.quantity, i.period),
        spaced(itemStatus(i)),
      ]),
      'The request has no lines.',
    ),
  ],
});
