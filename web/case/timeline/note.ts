import type { TimelineSubject } from './subject.ts';

export const note: TimelineSubject<'NoteAdded'> = {
  label: 'Notes',
  sentences: { NoteAdded: (d) => `Noted: ${d.text}` },
};
