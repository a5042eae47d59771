/** Names of code systems, extensions and profiles. X12 numbers are data elements of the 005010 guides. */
const x12 = (element: string): string => `https://codesystem.x12.org/005010/${element}`;
const pas = 'http://hl7.org/fhir/us/davinci-pas';

export const system = {
  npi: 'http://hl7.org/fhir/sid/us-npi',
  icd10cm: 'http://hl7.org/fhir/sid/icd-10-cm',
  hcpcs: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
  ndc: 'http://hl7.org/fhir/sid/ndc',
  rxnorm: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  ucum: 'http://unitsofmeasure.org',
  claimType: 'http://terminology.hl7.org/CodeSystem/claim-type',
  priority: 'http://terminology.hl7.org/CodeSystem/processpriority',
  identifierType: 'http://terminology.hl7.org/CodeSystem/v2-0203',
  coverageClass: 'http://terminology.hl7.org/CodeSystem/coverage-class',
  adjudication: 'http://terminology.hl7.org/CodeSystem/adjudication',
  dataAbsent: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  placeOfService: 'https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set',
  typeOfBill: 'https://www.nubc.org/CodeSystem/TypeOfBill',
  pasTemporary: `${pas}/CodeSystem/PASTempCodes`,
  reviewAction: x12('306'),
  rejectReason: x12('901'),
  followUp: x12('889'),
  certificationType: x12('1322'),
  requestType: x12('1525'),
  serviceType: x12('1365'),
  levelOfService: x12('1338'),
  unit: x12('673'),
  entityType: x12('98'),
  reportType: x12('755'),
  decisionReason: 'https://codesystem.x12.org/external/886',
} as const;

export const pasExtensionBase = `${pas}/StructureDefinition/extension-`;
export const pasExtension = (name: string): string => `${pasExtensionBase}${name}`;
export const pasProfile = (name: string): string => `${pas}/StructureDefinition/profile-${name}`;

/** Extensions of our own on a line of an answer (docs/practice-requests.md). Who does not know them leaves them alone. */
export const ownExtension = {
  peerToPeer: 'urn:openum:extension:peer-to-peer',
  appeal: 'urn:openum:extension:appeal',
} as const;

export const infoCancelled = `${pas}/StructureDefinition/modifierextension-infoCancelled`;
export const claimEncounter = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Claim.encounter';
export const dataAbsentReason = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
export const pasGuide = 'http://hl7.org/fhir/us/davinci-pas/ImplementationGuide/hl7.fhir.us.davinci-pas|2.2.1';
