import { nameParts } from '@openum/domain/payer/clinicianName.ts';
import type { LineProvider, OutgoingRequest } from '@openum/domain/payer/outgoing.ts';
import { system } from '../systems.ts';
import { coded, type Json, profile } from './element.ts';

export type PartyName = 'insurer' | 'provider' | 'coverage' | 'patient' | 'clinician' | 'clinicianRole';

/** A reference from one resource of the Bundle to another. */
export type Refer = (name: PartyName | 'claim' | 'prior') => Json;

const memberType = coded(system.identifierType, 'MB');

type Of = Pick<OutgoingRequest, 'patient' | 'memberNumber' | 'payerName' | 'clinician'>;

const organization = (kind: 'insurer' | 'requestor', name: string, entityType: string): Json => ({
  resourceType: 'Organization',
  meta: profile(kind),
  active: true,
  type: [coded(system.entityType, entityType)],
  name,
});

const provider = (p: LineProvider): Json => ({
  ...organization('requestor', p.name, 'X3'),
  identifier: [{ system: system.npi, value: p.npi }],
  telecom: [{ system: 'phone', value: p.phone, use: 'work' }],
  address: [{ line: [p.street], city: p.city, state: p.state, postalCode: p.postalCode, country: 'US' }],
});

const humanName = (name: string): Json => {
  const { family, given } = nameParts(name);
  return { text: name, family, ...(given ? { given: [given] } : {}) };
};

const clinician = ({ clinician: c }: Of, as: LineProvider, refer: Refer): readonly (readonly [PartyName, Json])[] =>
  c?.npi
    ? [
        [
          'clinicianRole',
          {
            resourceType: 'PractitionerRole',
            meta: profile('practitionerrole'),
            practitioner: refer('clinician'),
            organization: refer('provider'),
            specialty: [{ text: 'Behavioral health' }],
            telecom: [{ system: 'phone', value: as.phone, use: 'work' }],
          },
        ],
        [
          'clinician',
          {
            resourceType: 'Practitioner',
            meta: profile('practitioner'),
            identifier: [{ system: system.npi, value: c.npi }],
            name: [humanName(c.name)],
          },
        ],
      ]
    : [];

/** Who is named in a request and in an inquiry. */
export const parties = (of: Of, as: LineProvider, refer: Refer): readonly (readonly [PartyName, Json])[] => {
  const { patient, memberNumber, payerName } = of;
  return [
    [
      'insurer',
      { ...organization('insurer', payerName, 'PR'), identifier: [{ system: 'urn:openum:payer', value: payerName }] },
    ],
    ['provider', provider(as)],
    [
      'coverage',
      {
        resourceType: 'Coverage',
        meta: profile('coverage'),
        identifier: [{ type: memberType, value: memberNumber }],
        status: 'active',
        subscriberId: memberNumber,
        beneficiary: refer('patient'),
        relationship: {
          coding: [
            { system: 'http://terminology.hl7.org/CodeSystem/subscriber-relationship', code: 'self' },
            { system: 'https://codesystem.x12.org/005010/1069', code: '18' },
          ],
        },
        payor: [refer('insurer')],
      },
    ],
    [
      'patient',
      {
        resourceType: 'Patient',
        meta: profile('beneficiary'),
        identifier: [{ type: memberType, system: 'urn:openum:member', value: memberNumber }],
        name: [{ family: patient.family, given: [patient.given] }],
        // Not kept by the practice's record; the payer knows its member by number, name and day of birth.
        gender: 'unknown',
        birthDate: patient.birthDate,
      },
    ],
    ...clinician(of, as, refer),
  ];
};
