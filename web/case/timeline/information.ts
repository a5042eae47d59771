import type { InformationLinkEvent } from '@openum/domain/information/event.ts';
import { linkMailWords } from '../../guestLink/words.ts';
import { counted, type TimelineSubject } from './subject.ts';

export const information: TimelineSubject<
  'DocumentAttached' | 'InformationRequested' | 'InformationReceived' | InformationLinkEvent['type']
> = {
  label: 'Documents and information',
  sentences: {
    DocumentAttached: (d) => `Attached ${d.title}.`,
    InformationRequested: (d, said) =>
      `Asked for ${counted(d.items.length, 'piece')} of information, due ${said.moment(d.dueAt)}: ${d.items
        .map((i) => i.text)
        .join('; ')}`,
    InformationLinkMade: (d, said) =>
      `Made a link by which ${d.to.name} can answer without an account until ${said.moment(d.until)}${d.mail ? `; ${linkMailWords[d.mail]}` : ''}.`,
    InformationReceived: (d) =>
      `Received the information asked for${d.documentIds.length ? ` with ${counted(d.documentIds.length, 'document')}` : ''}: ${d.summary}`,
  },
};
