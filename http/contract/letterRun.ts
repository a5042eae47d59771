import type { RunProgress, RunTarget } from '@openum/casework/port/letterRuns.ts';
import { linesOfBusiness } from '@openum/domain/case/request.ts';
import { caseStatuses } from '@openum/domain/case/status.ts';
import { z } from 'zod';

/** GET /api/letters/runs */
export type RunsView = {
  readonly runs: readonly RunProgress[];
  /** Texts that a run may be made of, the plan's own before those that the product ships. */
  readonly templates: readonly {
    readonly id: string;
    readonly title: string;
    readonly audience: 'member' | 'provider';
  }[];
};

/** GET /api/letters/runs/:runId */
export type RunView = { readonly run: RunProgress; readonly targets: readonly RunTarget[] };

const targets = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('numbers'), caseNumbers: z.array(z.string().trim().max(40)).min(1).max(5000) }),
  z.object({
    kind: z.literal('filter'),
    filter: z.object({
      status: z.array(z.enum(caseStatuses)).optional(),
      lineOfBusiness: z.array(z.enum(linesOfBusiness)).optional(),
    }),
  }),
]);

/** POST /api/letters/runs/preview */
export const runPreviewBody = z.object({ templateId: z.string().max(80), targets });
export type RunPreviewAnswer = { readonly count: number; readonly caseNumber: string; readonly html: string };

/** POST /api/letters/runs */
export const runBody = runPreviewBody.extend({ name: z.string().trim().min(1).max(200) });
export type RunBody = z.input<typeof runBody>;

/** POST /api/letters/runs/:runId/acts */
export const runActBody = z.object({ act: z.enum(['pause', 'resume', 'cancel', 'retry']) });
export type RunActBody = z.input<typeof runActBody>;
