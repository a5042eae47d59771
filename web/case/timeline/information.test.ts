import { information } from './information.ts';
import { at, readsAs } from './readsAs.ts';

readsAs(information, {
  DocumentAttached: [
    {
      documentId: 'd1',
      title: 'Sleep study',
      contentType: 'application/pdf',
      sizeBytes: 10,
      sha256: 'a'.repeat(64),
      origin: 'portal',
    },
    'Attached Sleep study.',
  ],
  InformationRequested: [
    {
      requestId: 'r1',
      items: [{ text: 'arterial gas' }, { text: 'sleep study' }],
      dueAt: at('2026-11-24T22:00:00.000Z'),
    },
    'Asked for 2 pieces of information, due 2026-11-24: arterial gas; sleep study',
  ],
  InformationLinkMade: [
    {
      requestId: 'r1',
      to: { name: 'Dr. Amara Osei', npi: '1770000056' },
      until: at('2026-11-25T22:00:00.000Z'),
      mail: 'mailed',
    },
    'Made a link by which Dr. Amara Osei can answer without an account until 2026-11-25; sent by mail.',
  ],
  InformationReceived: [
    { requestId: 'r1', summary: 'gas from 18 November', documentIds: ['d2'] },
    'Received the information asked for with 1 document: gas from 18 November',
  ],
});
