import type { DialBasis, DialChange, DialSetting, FactSourceKind, ForbiddenBasis } from '@openum/domain/dial/dial.ts';
import { date } from '../app/format.ts';

export const basisWord: Record<DialBasis, string> = {
  criteriaText: 'The text of the criteria',
  sampleAudit: 'A sample that was read',
  interRater: 'Agreement of reviewers',
  providerHistory: 'History of the provider',
  law: 'A law',
  accuracyReport: 'Measured accuracy',
};

export const forbiddenWord: Record<ForbiddenBasis, string> = {
  cost: 'cost',
  groupAverage: 'averages of groups',
  reviewerProductivity: 'productivity of reviewers',
  denialRate: 'a rate of denials',
};

export const sourceWord: Record<FactSourceKind, string> = {
  resource: 'Sent as data (FHIR, HL7)',
  request: 'Request form',
  derived: 'Worked out from other facts',
  person: 'Entered by a person',
  document: 'Words of a document, taken over by a person',
};

/** A setting as a sentence. */
export const settingWords = (s: DialSetting, criteriaName: (setId: string) => string): string => {
  switch (s.kind) {
    case 'automaticApproval':
      return s.approves
        ? `${criteriaName(s.criteriaSetId)} approves by itself on: ${s.sources.map((k) => sourceWord[k].toLowerCase()).join('; ')}.`
        : `${criteriaName(s.criteriaSetId)} does not approve by itself; every request goes to a person.`;
    case 'goldCard':
      return `${s.providerName} (NPI ${s.npi}) needs no authorization for ${s.services.join(', ')}${
        s.through ? ` through ${date(s.through)}` : ''
      }: ${s.approved} of ${s.decided} approved, ${date(s.periodFrom)} to ${date(s.periodThrough)}. ${s.citation}.`;
    case 'goldCardEnd':
      return `The exemption of NPI ${s.npi} for ${s.services.join(', ')} ends.`;
    default: {
      const never: never = s;
      return never;
    }
  }
};

export const standOf = (c: DialChange): { readonly text: string; readonly tone: string } =>
  c.declined
    ? { text: 'Declined', tone: 'quiet' }
    : c.confirmed
      ? { text: 'Confirmed', tone: 'good' }
      : { text: 'Waits for a second person', tone: 'soon' };
