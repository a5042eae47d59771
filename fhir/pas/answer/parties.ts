import type {
  Bundle,
  ClaimResponse,
  CodeableConcept,
  Address as FhirAddress,
  Organization,
  Patient,
  Reference,
} from '@medplum/fhirtypes';
import type { Address, AuthorizationRequest, Member, Provider } from '@openum/domain/case/request.ts';
import { BundleIndex, type Entry } from '../../bundle.ts';
import { isObject, type JsonObject, objects } from '../../json.ts';
import { dataAbsentReason, pasProfile, system } from '../../systems.ts';
import { identifiersOf } from '../read/party.ts';
import { attachmentSize, withReferenced } from './closure.ts';
import { codeOf, npi } from './extension.ts';

export type BundleEntry = NonNullable<Bundle['entry']>[number];

/** Who an answer is about, and the resources that stand for them in the answer. */
export type Parties = {
  readonly patient: Reference;
  readonly insurer: Reference;
  readonly requestor: Reference;
  readonly request: Reference;
  readonly type: CodeableConcept;
  readonly identifier: ClaimResponse['identifier'];
  readonly entries: readonly BundleEntry[];
  /** The Claim as sent, with the index of its Bundle; absent when the request did not come by FHIR. */
  readonly claim?: { readonly entry: Entry; readonly index: BundleIndex };
  /** Resources of the request that stand in the answer, so that it may refer to them. */
  readonly repeated: ReadonlySet<Entry>;
};

/** An answer repeats the request only while its files stay below this; above it the request is named by identifier. */
const echoedFilesLimit = 256 * 1024;

const to = (entry: { readonly fullUrl: string }): Reference => ({ reference: entry.fullUrl });
const present = (e: Entry | undefined): e is Entry => e !== undefined;

/**
 * Parties of the received Bundle, with their own fullUrl and identifiers (PAS spec-33). `whole` repeats the Claim and
 * all it refers to; an inquiry may come from somebody else and gets the parties only.
 */
export const echoedParties = (bundle: JsonObject, extent: 'whole' | 'parties'): Parties | undefined => {
  const index = new BundleIndex(bundle);
  const claim = index.entries[0];
  if (claim?.type !== 'Claim') return undefined;
  const c = claim.resource;
  const [patient, insurer, requestor] = [c.patient, c.insurer, c.provider].map((r) => index.follow(claim, r));
  if (!patient || !insurer || !requestor) return undefined;
  const roots = [patient, insurer, requestor].filter(present);
  const whole = withReferenced(index, [claim, ...roots]);
  const repeats = extent === 'whole' && attachmentSize(whole) <= echoedFilesLimit;
  const repeated = repeats ? whole : withReferenced(index, roots);
  const identifier = identifiersOf(c)[0];
  return {
    patient: to(patient),
    insurer: to(insurer),
    requestor: to(requestor),
    request: {
      ...(repeats ? to(claim) : { type: 'Claim' }),
      ...(identifier ? { identifier: { ...identifier } } : {}),
    },
    type: c.type as CodeableConcept,
    identifier: objects(c.identifier) as unknown as NonNullable<ClaimResponse['identifier']>,
    entries: repeated.map((e) => ({ fullUrl: e.fullUrl, resource: e.resource }) as unknown as BundleEntry),
    claim: { entry: claim, index },
    repeated: new Set(repeated),
  };
};

const address = (a: Address | undefined): { address?: FhirAddress[] } =>
  a
    ? {
        address: [
          {
            ...(a.lines.length > 0 ? { line: [...a.lines] } : {}),
            ...(a.city ? { city: a.city } : {}),
            ...(a.state ? { state: a.state } : {}),
            ...(a.postalCode ? { postalCode: a.postalCode } : {}),
          },
        ],
      }
    : {};

const memberNumberSystem = 'urn:openum:member-number';

const patientOf = (m: Member): Patient => ({
  resourceType: 'Patient',
  meta: { profile: [pasProfile('beneficiary')] },
  identifier: [{ type: codeOf(system.identifierType, 'MB'), system: memberNumberSystem, value: m.memberNumber }],
  name: [{ family: m.family, ...(m.given ? { given: m.given.split(' ') } : {}) }],
  gender: m.sex,
  birthDate: m.birthDate,
  ...address(m.address),
});

const organizationOf = (p: Pick<Provider, 'npi' | 'name' | 'address'>, profile: string): Organization => ({
  resourceType: 'Organization',
  meta: { profile: [pasProfile(profile)] },
  ...(p.npi ? { identifier: [npi(p.npi)] } : {}),
  active: true,
  name: p.name,
  ...address(p.address),
});

export type Payer = { readonly name: string; readonly npi?: string; readonly phone?: string };

/** Parties of a case that came by fax, phone, portal or X12: made from what is on file, without a Claim to name. */
export const builtParties = (request: AuthorizationRequest, payer: Payer, newId: () => string): Parties => {
  const resources = [
    patientOf(request.member),
    organizationOf(payer, 'insurer'),
    organizationOf(request.requestingProvider, 'requestor'),
  ];
  const entries = resources.map((resource) => ({ fullUrl: `urn:uuid:${newId()}`, resource }));
  const [patient, insurer, requestor] = entries.map(to);
  const none: Reference = {};
  return {
    patient: patient ?? none,
    insurer: insurer ?? none,
    requestor: requestor ?? none,
    request: { extension: [{ url: dataAbsentReason, valueCode: 'not-applicable' }] },
    type: codeOf(system.claimType, request.setting === 'inpatient' ? 'institutional' : 'professional'),
    identifier: undefined,
    entries,
    repeated: new Set(),
  };
};

export const isRequestBundle = (value: unknown): value is JsonObject =>
  isObject(value) && value.resourceType === 'Bundle';
