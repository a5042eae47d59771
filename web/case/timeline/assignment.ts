import { because, type TimelineSubject } from './subject.ts';

export const assignment: TimelineSubject<'Assigned' | 'Released' | 'OwnerReminded'> = {
  label: 'Who has it',
  sentences: {
    Assigned: (d) =>
      `Gave the case to ${d.to.name}${d.from ? `, before with ${d.from.name}` : ''}${because(d.reason)}.`,
    OwnerReminded: (d) => `Reminded ${d.to.name}: ${d.text}`,
    Released: (d) => `Put the case back on the list, before with ${d.from.name}${because(d.reason)}.`,
  },
};
