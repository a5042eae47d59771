import type { FilledField } from './form.ts';

export const letterFieldWord: Record<FilledField, string> = {
  letterOn: 'Date of the letter',
  from: 'First day denied',
  to: 'Last day denied',
  reference: 'Payer’s number',
  reason: 'Reason, in the payer’s words',
  criteria: 'Criteria that it names',
  appealBy: 'Last day of an appeal',
  appealTo: 'Where an appeal goes',
};
