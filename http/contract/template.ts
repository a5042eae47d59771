import type { TemplateList } from '@openum/casework/template/list.ts';
import { linesOfBusiness } from '@openum/domain/case/request.ts';
import { noticeElements } from '@openum/domain/notice/document.ts';
import type { MissingElement } from '@openum/domain/notice/matrix.ts';
import { z } from 'zod';

/** GET /api/templates */
export type TemplatesView = TemplateList;

const line = z.string().max(500);
const paragraph = z.string().max(4000);
const block = { element: z.enum(noticeElements).optional() };

const blockBody = z.discriminatedUnion('kind', [
  z.object({ ...block, kind: z.literal('paragraph'), lead: line.optional(), text: paragraph }),
  z.object({ ...block, kind: z.literal('quote'), label: line, text: paragraph }),
  z.object({ ...block, kind: z.literal('callout'), label: line, text: paragraph }),
  z.object({
    ...block,
    kind: z.literal('list'),
    lead: line.optional(),
    ordered: z.boolean().optional(),
    each: z.string().max(60),
    text: paragraph,
  }),
  z.object({
    ...block,
    kind: z.literal('table'),
    caption: line,
    each: z.string().max(60),
    columns: z
      .array(z.object({ heading: line, text: line }))
      .min(1)
      .max(8),
  }),
  z.object({ ...block, kind: z.literal('translations') }),
]);

const templateBody = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,60}$/, 'use small letters, digits and hyphens'),
  version: z.string().max(20),
  lineOfBusiness: z.enum([...linesOfBusiness, 'any']),
  audience: z.enum(['member', 'provider']),
  kind: z.string().max(60),
  language: z.string().max(20),
  title: line,
  salutation: line,
  reference: z.array(z.object({ label: line, text: line })).max(20),
  sections: z
    .array(
      z.object({
        heading: line,
        perItem: z.boolean().optional(),
        enclosure: z.boolean().optional(),
        blocks: z.array(blockBody).max(40),
      }),
    )
    .max(40),
  closing: z.array(line).max(10),
  footer: line,
});

/** POST /api/templates/:templateId/acts. `sequence`: what the person was looking at. */
export const templateActBody = z.object({
  sequence: z.int32().min(0),
  act: z.discriminatedUnion('type', [
    z.object({ type: z.literal('DraftTemplate'), template: templateBody, note: z.string().trim().max(1000) }),
    z.object({ type: z.literal('ApproveTemplate'), version: z.string().max(20) }),
    z.object({ type: z.literal('PublishTemplate'), version: z.string().max(20), effectiveFrom: z.iso.date() }),
    z.object({
      type: z.literal('RetireTemplate'),
      version: z.string().max(20),
      retiredFrom: z.iso.date(),
      reason: z.string().trim().min(1).max(1000),
    }),
  ]),
});
export type TemplateActBody = z.input<typeof templateActBody>;

/** POST /api/templates/preview and /api/templates/preview/pdf. Without a case: the sample case. */
export const templatePreviewBody = z.object({
  template: templateBody,
  caseNumber: z.string().trim().max(40).optional(),
});
export type TemplatePreviewBody = z.input<typeof templatePreviewBody>;
export type TemplatePreviewAnswer = {
  readonly html: string;
  readonly readingGrade?: number;
  readonly warnings: readonly string[];
  readonly missing: readonly MissingElement[];
};
