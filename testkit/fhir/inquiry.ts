import { homeOxygenBundle } from './bundles.ts';

type Json = { [key: string]: unknown };
type Entry = { fullUrl: string; resource: Json };

const pasExtension = (name: string): string =>
  `http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-${name}`;

export type InquiryChoice = {
  readonly authorizationNumber?: string;
  readonly administrationReferenceNumber?: string;
  /** `undefined` asks about whatever service. */
  readonly service?: string;
  readonly reviewAction?: string;
  readonly servicedDate?: string;
  readonly memberNumber?: string;
};

const withNumber = (name: string, value: string | undefined): Json[] =>
  value === undefined ? [] : [{ url: pasExtension(name), valueString: value }];

/** An `$inquire` Bundle by the clinic and the doctor of the home oxygen request. */
export const inquiryBundle = (choice: InquiryChoice = {}): Json => {
  const request = homeOxygenBundle({
    ...(choice.memberNumber ? { person: { memberNumber: choice.memberNumber } } : {}),
  });
  const entries = request.entry as Entry[];
  const claim = entries[0]?.resource ?? {};
  const { supportingInfo: _, item: __, diagnosis: ___, ...header } = claim;
  const service = choice.service
    ? { system: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', code: choice.service }
    : { system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'not-applicable' };
  const extension = [
    ...withNumber('authorizationNumber', choice.authorizationNumber),
    ...withNumber('administrationReferenceNumber', choice.administrationReferenceNumber),
    ...(choice.reviewAction
      ? [
          {
            url: pasExtension('reviewActionCode'),
            valueCodeableConcept: {
              coding: [{ system: 'https://codesystem.x12.org/005010/306', code: choice.reviewAction }],
            },
          },
        ]
      : []),
  ];
  const item = {
    ...(extension.length > 0 ? { extension } : {}),
    sequence: 1,
    productOrService: { coding: [service] },
    ...(choice.servicedDate ? { servicedDate: choice.servicedDate } : {}),
  };
  const kept = ['Organization', 'Coverage', 'Patient', 'PractitionerRole', 'Practitioner'];
  return {
    ...request,
    meta: { profile: ['http://hl7.org/fhir/us/davinci-pas/StructureDefinition/profile-pas-inquiry-request-bundle'] },
    identifier: { system: 'https://lakeside.example.org/inquiry', value: 'inquiry-1' },
    entry: [
      {
        fullUrl: entries[0]?.fullUrl,
        resource: {
          ...header,
          meta: { profile: ['http://hl7.org/fhir/us/davinci-pas/StructureDefinition/profile-claim-inquiry'] },
          item: [item],
        },
      },
      ...entries.filter((e) => kept.includes(`${e.resource.resourceType}`)),
    ],
  };
};
