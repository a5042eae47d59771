import { practiceDocumentKinds } from '@openum/domain/practiceDocument/record.ts';
import { z } from 'zod';
import { calendarDay, text } from './field.ts';

export type { EpisodeDocument, PracticeDocumentKind } from '@openum/domain/practiceDocument/record.ts';

const described = {
  title: text(200),
  kind: z.enum(practiceDocumentKinds).exactOptional(),
  recordedOn: calendarDay.exactOptional(),
};

/** POST /api/practice/episodes/:episodeId/documents: the file is the body. */
export const newDocumentQuery = z.object({ commandId: z.uuid(), ...described });

/** POST /api/practice/episodes/:episodeId/document-acts */
export const documentActRequest = z.strictObject({
  commandId: z.uuid(),
  expectedVersion: z.int32().min(0),
  act: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('DescribeDocument'), documentId: z.string().max(64), ...described }),
    z.strictObject({ type: z.literal('WithdrawDocument'), documentId: z.string().max(64), reason: text(1000) }),
  ]),
});
export type DocumentActBody = z.input<typeof documentActRequest>['act'];
