import type { ReopeningGround } from '@openum/domain/reopening/event.ts';
import type { TimelineSubject } from './subject.ts';

export const reopeningWord: Record<ReopeningGround, string> = {
  obviousError: 'an obvious error',
  fraud: 'fraud or similar fault',
  misrepresentation: 'a misrepresentation',
  ineligible: 'the member was not eligible',
  materialChange: 'a material change',
  serviceNotStarted: 'the service has not begun',
  newEvidence: 'new evidence',
};

export const reopening: TimelineSubject<'ItemReopened'> = {
  label: 'Reopenings',
  sentences: {
    ItemReopened: (d) => {
      const shown = `${d.evidence.length} document${d.evidence.length === 1 ? '' : 's'} named as evidence`;
      return `Reopened item ${d.itemSequence} for ${reopeningWord[d.ground]} (${shown}): ${d.reason}`;
    },
  },
};
