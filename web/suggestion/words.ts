import type { AgentId } from '@openum/domain/suggestion/agent.ts';
import type { DropReason } from '@openum/domain/suggestion/drop.ts';
import type { Redaction } from '@openum/domain/suggestion/redact.ts';
import type { Failure, Verdict } from '@openum/domain/suggestion/run.ts';
import type { IntakeField, NoteSide, SuggestionKind } from '@openum/domain/suggestion/suggestion.ts';
import type { SwitchTarget } from '@openum/domain/suggestion/switch.ts';

export const agentWord: Record<AgentId, string> = {
  extraction: 'Facts from documents',
  intake: 'Fields of a fax',
  criteria: 'Choice of criteria',
  information: 'Request for information',
  brief: 'Notes for the brief',
  letter: 'Plain words for the member',
  appeal: 'Arguments of an appeal',
};

export const agentDoes: Record<AgentId, string> = {
  extraction: 'Reads findings out of the documents of a case, each with its quote.',
  intake: 'Reads member, provider, service and diagnosis off a message that made no case.',
  criteria: 'Says which of the sets that may be applied to a line fits the request, and why.',
  information: 'Words the points that nobody knows as questions to the provider.',
  brief: 'Finds passages that speak for and against a request, with their pages.',
  letter: 'Says the reason of a physician in plain words, for the physician to change.',
  appeal: 'Finds passages of the practice’s own record that bear on a denial.',
};

export const kindWord: Record<SuggestionKind, string> = {
  factFromText: 'Fact',
  intakeField: 'Field',
  criteriaSet: 'Criteria',
  informationRequest: 'Question',
  briefNote: 'Note',
  letterDraft: 'Plain words',
  appealDraft: 'Argument',
};

export const verdictWord: Record<Verdict, string> = {
  accepted: 'accepted',
  edited: 'accepted with changes',
  rejected: 'rejected',
};

export const sideWord: Record<NoteSide, string> = {
  supports: 'Speaks for the request',
  opposes: 'Speaks against the request',
  question: 'Worth asking',
};

export const fieldWord: Record<IntakeField, string> = {
  memberNumber: 'Member number',
  memberBirthDate: 'Date of birth',
  providerNpi: 'NPI of the provider',
  serviceCode: 'Service',
  diagnosisCode: 'Diagnosis',
  serviceStart: 'First day of service',
  rationale: 'Clinical reason',
};

/** On a button; a birth date is not put in but held against the register. */
export const takeFieldWord = (field: IntakeField): string =>
  field === 'memberBirthDate' ? 'Compare' : 'Put into the form';

export const failureSentence: Record<Failure, string> = {
  notConfigured: 'No model is set up for this installation.',
  switchedOff: 'It is switched off.',
  callsUsedUp: 'The calls of the day are used up. It may be asked again tomorrow.',
  tokensUsedUp: 'The tokens of the day are used up. It may be asked again tomorrow.',
  unreachable: 'The model could not be reached.',
  refused: 'The model’s server refused the request.',
  tooSlow: 'The model took too long.',
  garbage: 'The model’s answer could not be read.',
  cutShort: 'The model’s answer was cut short, and nothing of it was used.',
  nothingToRead: 'There is nothing for it to read.',
  cannotRedact: 'Names on the message could not be taken out, and this installation sends no names. A person reads it.',
  protectedRecord: 'Records under 42 CFR Part 2 are not sent to a model by this installation.',
  error: 'Something went wrong here. Nothing was changed.',
};

export const redactionWord: Record<Redaction, string> = {
  all: 'Names, numbers and days are taken out',
  identifiers: 'Names and numbers are taken out; days stay',
  none: 'Nothing is taken out',
};

export const dropWord: Record<DropReason, string> = {
  malformed: 'not in the form asked for',
  wrongKind: 'not what was asked for',
  pageUnknown: 'page does not exist',
  quoteNotFound: 'quote not on its page',
  quoteMissing: 'without a quote',
  valueNotInQuote: 'value not in its quote',
  unitNotInQuote: 'unit not in its quote',
  misread: 'a value that nobody can have',
  notAsserted: 'the page does not say it of this patient',
  codeUnknown: 'no such code or set',
  lineUnknown: 'no such line or point',
  decision: 'spoke of a decision',
  instruction: 'an instruction',
  link: 'an address',
  administrative: 'money, telephone or numbers of persons',
  alreadyKnown: 'known already',
  repeated: 'said twice',
  tooLong: 'too long',
  tooMany: 'too many at once',
};

export const targetWord = (t: SwitchTarget, label?: string): string => {
  switch (t.kind) {
    case 'all':
      return 'All suggestions of the model';
    case 'agent':
      return agentWord[t.agent];
    case 'service':
      return `Service ${t.code}${label ? `, ${label}` : ''}`;
    default: {
      const never: never = t;
      return never;
    }
  }
};
