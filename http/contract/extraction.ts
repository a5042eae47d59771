import type { OfferedFacts } from '@openum/casework/extraction/list.ts';
import { extractedVerdicts } from '@openum/domain/extraction/answer.ts';
import { z } from 'zod';
import { factValue } from './factValue.ts';
import { text } from './field.ts';

/** GET /api/cases/:caseId/extracted-facts: what rules read from its documents and nobody has answered. */
export type ExtractedFactsView = OfferedFacts;
export type { OfferedFact } from '@openum/casework/extraction/list.ts';

export const extractionBodies = [
  z.object({
    type: z.literal('AnswerExtractedFact'),
    documentId: z.string().max(64),
    page: z.int32().min(1),
    extractor: z.string().max(64),
    extractorVersion: z.string().max(64),
    position: z.int32().min(0),
    verdict: z.enum(extractedVerdicts),
    reason: text(1000).optional(),
    corrected: z
      .object({
        value: factValue,
        at: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
        qualifiers: z.record(z.string(), z.string()).optional(),
      })
      .optional(),
  }),
] as const;
