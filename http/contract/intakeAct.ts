import { documentKinds } from '@openum/domain/checklist/kind.ts';
import { z } from 'zod';

const page = z.int32().min(1).max(100_000);

/** Acts of intake on a case. */
export const intakeBodies = [
  z.object({
    type: z.literal('RuleOutDuplicate'),
    ofCaseId: z.string().max(64),
    reason: z.string().trim().min(1).max(2000),
  }),
  z.object({
    type: z.literal('SetDocumentKind'),
    documentId: z.string().max(64),
    kind: z.enum(documentKinds),
    /** Of these pages alone. */
    pages: z.object({ from: page, to: page }).optional(),
  }),
  /** By the rules as they stand now, away from whoever has it. */
  z.object({ type: z.literal('RouteAgain'), reason: z.string().max(1000).optional() }),
] as const;
