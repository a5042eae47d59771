import { counted, type TimelineSubject } from './subject.ts';

export const information: TimelineSubject<'DocumentAttached' | 'InformationRequested' | 'InformationReceived'> = {
  label: 'Documents and information',
  sentences: {
    DocumentAttached: (d) => `Attached ${d.title}.`,
    InformationRequested: (d, said) =>
      `Asked for ${counted(d.items.length, 'piece')} of information, due ${said.moment(d.dueAt)}: ${d.items
        .map((i) => i.text)
        .join('; ')}`,
    InformationReceived: (d) =>
      `Received the information asked for${d.documentIds.length ? ` with ${counted(d.documentIds.length, 'document')}` : ''}: ${d.summary}`,
  },
};
