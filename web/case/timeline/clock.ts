import { groundWord, lapseSentence } from '../../app/words.ts';
import { counted, type TimelineSubject } from './subject.ts';

const whyClocks = {
  received: 'because the request was received',
  revised: 'because the sender changed a decided request',
  urgencyChanged: 'because the urgency changed',
  receiptCorrected: 'because the time of receipt was corrected',
  decided: 'because a decision must be told in time',
  reopened: 'because a decided line was opened again',
  continuedStay: 'because more days of the stay were asked for',
} as const;

export const clock: TimelineSubject<'ClocksStarted' | 'ClockExtended' | 'DeadlineMissed'> = {
  label: 'Clocks',
  sentences: {
    ClocksStarted: (d) =>
      `Started ${counted(d.clocks.length, 'clock')} ${whyClocks[d.because]}: ${d.clocks.map((k) => k.ruleId).join(', ')}.`,
    ClockExtended: (d, said) =>
      `Extended ${d.ruleId} from ${said.moment(d.dueBefore)} to ${said.moment(d.dueAfter)} (${groundWord(d.ground).toLowerCase()}): ${d.reason}`,
    DeadlineMissed: (d, said) =>
      `${d.ruleId} was missed: due ${said.moment(d.dueAt)}, ${counted(d.itemSequences.length, 'line')} not decided. ${lapseSentence[d.lapseEffect]}`,
  },
};
