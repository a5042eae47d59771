import { intake } from './intake.ts';
import { readsAs } from './readsAs.ts';

readsAs(intake, {
  PossibleDuplicatesFound: [
    {
      candidates: [{ caseId: 'c1', caseNumber: 'UM-1', score: 90, reasons: ['same member', 'dates overlap'] }],
      rulesVersion: '2026.1',
    },
    'Found 1 possible duplicate: UM-1 (same member, dates overlap).',
  ],
  DuplicateRuledOut: [
    { caseId: 'c1', caseNumber: 'UM-1', reason: 'The other leg.' },
    'Said that this is not UM-1 again: The other leg.',
  ],
  CaseRouted: [
    { team: { teamId: 't', name: 'Medical' }, to: { userId: 'u', name: 'Ana Ruiz' }, because: 'Rule "All".' },
    'Routed to Ana Ruiz, team Medical: Rule "All".',
  ],
  DocumentKindSet: [
    { documentId: 'd', from: 'other', kind: 'sleepStudy' },
    'Marked a document as sleep study, before something else.',
  ],
});
