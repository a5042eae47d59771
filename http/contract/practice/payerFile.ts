import { fileKinds } from '@openum/domain/payerFile/file.ts';
import { z } from 'zod';
import { text } from './field.ts';

export type { ListedFile, PayerFileNote } from '@openum/casework/port/payerFiles.ts';
export type { TakenFile } from '@openum/casework/practice/payerFile/take.ts';
export type {
  FileCandidate,
  FilePartView,
  PayerFilePage,
  PayerFileView,
} from '@openum/casework/practice/payerFile/view.ts';

export const mostFileBytes = 32 * 1024 * 1024;
const id = z.string().min(1).max(100);

/** POST /api/practice/files: the bytes are the body. */
export const fileUploadQuery = z.object({ name: text(200) });

/** GET /api/practice/files */
export const fileListQuery = z.object({
  show: z.enum(['open', 'all']).default('open'),
  direction: z.enum(['in', 'out']).optional(),
  kind: z.enum(fileKinds).optional(),
  after: id.optional(),
});

export const fileParams = z.object({ fileId: id });

/** POST /api/practice/files/:fileId/settle */
export const settleBody = z.object({
  act: z.discriminatedUnion('type', [
    z.object({ type: z.literal('setAside'), part: z.int32().min(0).max(100_000), reason: text(1000) }),
    z.object({
      type: z.literal('match'),
      part: z.int32().min(1).max(100_000),
      episodeId: z.uuid(),
      submissionId: id,
    }),
    z.object({
      type: z.literal('matchBenefits'),
      part: z.int32().min(1).max(100_000),
      episodeId: z.uuid(),
      coverageId: id,
    }),
    z.object({ type: z.literal('handedOver') }),
  ]),
});
export type SettleBody = z.input<typeof settleBody>['act'];
/** `recorded` is false when nothing about it stands in an episode; `text` says why. */
export type SettledAnswer = { readonly recorded: boolean; readonly text: string };
