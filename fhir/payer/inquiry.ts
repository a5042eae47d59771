import type { LineProvider, OutgoingRequest } from '@openum/domain/payer/outgoing.ts';
import { system } from '../systems.ts';
import { collection, naming } from './bundle.ts';
import { coded, extension, type Json, practiceSystem, profile } from './element.ts';
import { parties } from './parties.ts';

export type InquiryContext = {
  readonly as: LineProvider;
  readonly newId: () => string;
  readonly inquiryId: string;
  /** The payer's number of the request; without it every request of the member is meant. */
  readonly reference?: string;
};

/** The `$inquire` Bundle about a request that was sent (PAS 2.2.1). */
export const inquiryBundle = (request: OutgoingRequest, { as, newId, inquiryId, reference }: InquiryContext): Json => {
  const { idOf, refer } = naming(newId);
  const claim: Json = {
    resourceType: 'Claim',
    meta: profile('claim-inquiry'),
    identifier: [{ system: practiceSystem(as.npi, 'inquiry'), value: inquiryId }],
    status: 'active',
    type: coded(system.claimType, 'institutional'),
    use: 'preauthorization',
    patient: refer('patient'),
    created: request.at,
    insurer: refer('insurer'),
    provider: refer('provider'),
    priority: coded(system.priority, 'normal'),
    careTeam: [
      {
        extension: [extension('careTeamClaimScope', { valueBoolean: true })],
        sequence: 1,
        provider: request.clinician?.npi ? refer('clinicianRole') : refer('provider'),
      },
    ],
    insurance: [{ sequence: 1, focal: true, coverage: refer('coverage') }],
    item: [
      {
        ...(reference ? { extension: [extension('administrationReferenceNumber', { valueString: reference })] } : {}),
        sequence: 1,
        productOrService: coded(system.dataAbsent, 'not-applicable'),
      },
    ],
  };
  return collection(
    profile('pas-inquiry-request-bundle'),
    { system: practiceSystem(as.npi, 'inquiry'), value: inquiryId },
    request.at,
    [['claim', claim], ...parties(request, as, refer)],
    idOf,
  );
};
