import type { StayEvent } from '@openum/domain/stay/event.ts';
import {
  barrierWords,
  dispositionWords,
  levelWords,
  methodWords,
  readinessWords,
  resultWords,
} from '../../stay/words.ts';
import { because, items, type TimelineSubject } from './subject.ts';

const lower = (text: string): string => text.toLowerCase();

export const stay: TimelineSubject<StayEvent['type']> = {
  label: 'Stay',
  sentences: {
    StayBegun: ({ stay: s }, said) =>
      `Stay recorded: ${s.facility.name}, admitted ${said.moment(s.admittedAt)}, ${levelWords(s.levelOfCare)}.`,
    AdmissionCorrected: (d, said) =>
      `Admission corrected${d.facility ? ` to ${d.facility.name}` : ''}${d.admittedAt ? ` to ${said.moment(d.admittedAt)}` : ''}: ${d.reason}`,
    AdmissionCancelled: (d) => `Admission cancelled: ${d.reason}`,
    ContinuedStayRequested: (d, said) =>
      `${d.requestedBy} asked for more days (${items(d.items.map((i) => i.sequence))}, ${levelWords(d.levelOfCare)}), received ${said.moment(d.receivedAt)}: ${d.clinicalUpdate}`,
    ClinicalUpdateReceived: (d, said) =>
      `Clinical update from ${d.from}, received ${said.moment(d.receivedAt)}: ${d.summary}`,
    ClinicalUpdateChased: (d) =>
      `Asked ${d.to} for a clinical update (${lower(methodWords[d.method])}, ${lower(resultWords[d.result])})${because(d.note)}`,
    LevelOfCareChanged: (d, said) =>
      `Level of care changed from ${levelWords(d.from)} to ${levelWords(d.to)} as of ${said.moment(d.effectiveAt)}: ${d.reason}`,
    TransitionAssessed: (d) =>
      `${readinessWords[d.readiness]}${d.expectedDischargeOn ? `, discharge expected ${d.expectedDischargeOn}` : ''}${
        d.barriers.length > 0 ? `; in the way: ${d.barriers.map((b) => lower(barrierWords[b])).join(', ')}` : ''
      }${d.plan ? `. ${d.plan}` : ''}`,
    DischargeRecorded: (d, said) =>
      `Discharged ${said.moment(d.dischargedAt)}: ${dispositionWords[d.disposition]}${d.note ? `. ${d.note}` : ''}`,
    DischargeCorrected: (d, said) =>
      `Discharge corrected to ${said.moment(d.dischargedAt)}, ${dispositionWords[d.disposition]}: ${d.reason}`,
    DischargeCancelled: (d) => `Discharge taken back: ${d.reason}`,
  },
};
