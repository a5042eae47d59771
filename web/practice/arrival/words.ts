import type { ArrivalOutcome } from '@openum/domain/practiceArrival/arrival.ts';
import type { ArrivalQuestion, ArrivalStep } from '@openum/domain/practiceArrival/steps.ts';
import { count, date } from '../../app/format.ts';

type NameOf = (programmeId: string) => string;

/** What a step would do, as a sentence. */
export const stepSentence = (step: ArrivalStep, nameOf: NameOf): string => {
  switch (step.do) {
    case 'renamePatient':
      return `Correct the name of the patient, which is ${step.from} here`;
    case 'admit':
      return `Admit on ${date(step.on)}${step.emergency ? ', as an emergency' : ''}${step.programmeId ? `, ${nameOf(step.programmeId)}` : ''}${step.patientId ? '' : ', a patient who is new here'}`;
    case 'setCoverage':
      return `Add the payer ${step.said.payerName}, member ${step.said.memberNumber}, as number ${step.said.order}`;
    case 'changeLevel':
      return `Move to ${nameOf(step.programmeId)} from ${date(step.from)} on${step.among ? ', told late; the levels after it stay' : ''}`;
    case 'discharge':
      return `Discharge on ${date(step.on)}`;
    case 'cancelDischarge':
      return 'Take the discharge back';
  }
};

/** What only a person can say, as a sentence. */
export const questionSentence = (question: ArrivalQuestion): string => {
  switch (question.ask) {
    case 'whoIsIt':
      return 'Somebody of this name and birth date is here under another chart number, or none.';
    case 'programme':
      return question.said ? `No programme is called ${question.said}.` : 'The message names no programme. Choose one.';
    case 'payer':
      return `No payer is called ${question.said}. Add it in the register, or set the payer on the episode afterwards.`;
    case 'birthDate':
      return `The patient with this chart number was born on ${date(question.known)} here. Put right which is wrong; then send it again or set it aside.`;
    case 'noAdmission':
      return 'No admission is known for it. It waits until one comes.';
    case 'cancelledAdmission':
      return 'The sender takes the admission back. Discharge the patient, or set this aside.';
    case 'moveAfterDischarge':
      return `It tells of a move on ${date(question.from)}, after the discharge on ${date(question.dischargedOn)}. Put the discharge right, or set this aside.`;
    case 'moveOnSameDay':
      return `The record has ${question.known} from ${date(question.from)} on. Take it up if this is the level of that day, and enter a later move anew; else set it aside.`;
    case 'moveOverServices':
      return `${count(question.services, 'service')} from ${date(question.from)} on ${question.services === 1 ? 'is' : 'are'} entered at another level. Take it up and put them right, or set this aside.`;
  }
};

export const outcomeWord: Record<ArrivalOutcome, string> = {
  accepted: 'Taken up',
  automatic: 'Taken up by itself',
  same: 'Known already',
  dismissed: 'Set aside',
};
