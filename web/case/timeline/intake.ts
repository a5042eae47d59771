import type { IntakeEvent } from '@openum/domain/intake/event.ts';
import { documentKindWord } from '../../intake/documentKinds.ts';
import { counted, type TimelineSubject } from './subject.ts';

export const intake: TimelineSubject<IntakeEvent['type']> = {
  label: 'Intake and routing',
  sentences: {
    PossibleDuplicatesFound: (d) =>
      `Found ${counted(d.candidates.length, 'possible duplicate')}: ${d.candidates
        .map((c) => `${c.caseNumber} (${c.reasons.join(', ')})`)
        .join('; ')}.`,
    DuplicateRuledOut: (d) => `Said that this is not ${d.caseNumber} again: ${d.reason}`,
    CaseRouted: (d) =>
      `Routed to ${d.to ? `${d.to.name}, ` : ''}team ${d.team.name}${d.from ? `, before with ${d.from.name}` : ''}: ${d.because}`,
    DocumentKindSet: (d) =>
      `Marked ${d.pages ? `pages ${d.pages.from} to ${d.pages.to} of ` : ''}a document as ${documentKindWord[d.kind].toLowerCase()}${d.from ? `, before ${documentKindWord[d.from].toLowerCase()}` : ''}.`,
  },
};
