import type { AppealEvent, ReconsiderationEvent } from '@openum/domain/appeal/event.ts';
import { capital } from '../../app/format.ts';
import {
  appealOutcomeWord,
  askerWord,
  dismissalWord,
  forwardMethodWord,
  partyWord,
  standingWord,
} from '../../appeal/words.ts';
import { because, items, type TimelineSubject } from './subject.ts';

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const opening = {
  requested: 'Took in',
  automatic: 'Opened, as the rule demands,',
  lapse: 'Opened, for lack of a decision in time,',
};

export const appeal: TimelineSubject<(AppealEvent | ReconsiderationEvent)['type']> = {
  label: 'Appeals',
  sentences: {
    AppealFiled: (d, said) =>
      `${opening[d.because]} appeal ${d.number} (${d.levelName}) on ${items(d.itemSequences)}` +
      `${d.filedBy ? ` from ${d.filedBy.name}, ${partyWord[d.filedBy.party]}` : ''}, received ${said.moment(d.receivedAt)}` +
      `${d.late ? ', after its window' : ''}.` +
      `${d.expedited ? ` ${capital(askerWord[d.expedited.by])} asked for a fast decision: ${d.expedited.reason}` : ''}`,
    AppealStandingShown: (d, said) =>
      `Received ${standingWord[d.standing]} from ${d.by} on ${said.moment(d.receivedAt)}; the appeal runs from then.`,
    AppealLateFilingDecided: (d) => `Found good cause for filing late: ${d.reason}`,
    AppealExpediteAsked: (d) => `Made the appeal expedited, asked by ${askerWord[d.by]}: ${d.reason}`,
    AppealExpediteRefused: (d, said) =>
      `Refused to expedite the appeal; the standard time runs from its receipt: ${d.reason}` +
      `${d.told ? ` Told ${d.told.to} by phone on ${said.moment(d.told.at)}.` : ''}`,
    AppealExtended: (d, said) =>
      `Took more time for the appeal, from ${said.moment(d.dueBefore)} to ${said.moment(d.dueAfter)}: ${d.reason}`,
    AppealExhibitAdded: (d) => `Added the exhibit “${d.title}” from ${d.from}.`,
    AppealReviewerAssigned: (d) => `Gave the appeal to ${d.to.name} (${d.to.credentials})${because(d.reason)}.`,
    AppealInformationAsked: (d, said) => `Asked ${d.from} for the appeal, by ${said.moment(d.dueAt)}: ${d.text}`,
    AppealInformationReceived: (d) => `Received what was asked for the appeal: ${d.summary}`,
    AppealEvidenceShared: (d, said) =>
      `Gave the member new evidence or reasons, to answer by ${said.moment(d.respondBy)}: ${d.summary}`,
    AppealDecided: (d) =>
      `Decided the appeal: ${d.lines.map((l) => `item ${l.itemSequence} ${appealOutcomeWord[l.outcome]}`).join(', ')}.`,
    AppealDismissed: (d) => `Dismissed the appeal (${lower(dismissalWord[d.because])}): ${d.reason}`,
    AppealWithdrawn: (d) => `Appeal withdrawn by ${d.requestedBy}: ${d.reason}`,
    ReviewOrganizationNamed: (d) =>
      `${d.name} will decide the external review${d.reference ? `, reference ${d.reference}` : ''}.`,
    AppealForwarded: (d) =>
      `Sent the file to ${d.to} by ${forwardMethodWord[d.method]}${d.tracking ? `, tracking ${d.tracking}` : ''}.`,
    ExternalAnswerChased: (d, said) =>
      `Asked ${d.asked} for the answer: ${d.answer} To be asked again on ${said.moment(d.askAgainAt)}.`,
    ExternalDecisionReceived: (d) =>
      `Received the decision of ${d.decidedBy} of ${d.decidedOn}: ` +
      `${d.lines.map((l) => `item ${l.itemSequence} ${appealOutcomeWord[l.outcome]}`).join(', ')}.`,
    AppealEffectuated: (d) => `Put the reversal into effect: ${d.how}`,
    AidContinuingDecided: (d) =>
      d.granted ? `Care goes on during the appeal: ${d.reason}` : `Care does not go on during the appeal: ${d.reason}`,
    AidContinuingEnded: (d) => `Care during the appeal ended on ${d.endedOn}: ${d.reason}`,
    ReconsiderationRequested: (d) =>
      `${d.requestedBy} asked to reconsider ${items(d.itemSequences)}, which is no appeal: ${d.statement}`,
    ReconsiderationDecided: (d) =>
      d.outcome === 'approved'
        ? `Reconsidered and approved: ${d.reason}`
        : `Reconsidered; the decision stays: ${d.reason}`,
  },
};
