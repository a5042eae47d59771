import type { AssignmentGround, PhysicianEvent } from '@openum/domain/physician/event.ts';
import { counted, items, type TimelineSubject } from './subject.ts';

const groundWords: Record<AssignmentGround, string> = {
  referral: 'on referral',
  notOpened: 'because the case was not opened in good time',
  unavailable: 'because the physician in charge is away',
  notQualified: 'because whoever had the case may not decide it',
  handOver: 'to hand the case over',
  taken: 'to take the case',
};

export const physician: TimelineSubject<PhysicianEvent['type']> = {
  label: 'Physician matching',
  sentences: {
    PhysicianSought: (d) => {
      const considered = counted(d.ranked.length, 'physician');
      const looked = `Looked for a physician for ${items(d.itemSequences)} ${groundWords[d.because]}, ${considered} considered`;
      if (!d.to) return `${looked}. Found nobody: ${d.problem ?? 'no reason recorded'}.`;
      const { to } = d;
      const reasons = d.ranked.find((m) => m.userId === to.userId)?.reasons ?? [];
      const why = reasons.map((r) => r.text).join(', ');
      return `${looked}: ${to.name}${why === '' ? '' : ` ${why}`}.`;
    },
  },
};
