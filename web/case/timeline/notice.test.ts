import { notice } from './notice.ts';
import { readsAs } from './readsAs.ts';

readsAs(notice, {
  NoticeIssued: [
    {
      noticeId: 'n1',
      kind: 'approval',
      audience: 'member',
      itemSequences: [1],
      templateId: 't',
      templateVersion: '1',
      language: 'en',
      pdfSha256: 'a'.repeat(64),
      htmlSha256: 'a'.repeat(64),
      channel: 'portal',
    },
    'Issued the approval letter for item 1 to the member.',
  ],
});
