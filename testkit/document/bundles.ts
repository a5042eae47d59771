import type { BundlePrinter } from '@openum/casework/port/bundlePrinter.ts';
import type { OwnerReportPrinter } from '@openum/casework/port/ownerReport.ts';

/** Bundles as their content in JSON: one page of paper, and each part on a page of its own. `BROKEN` cannot be bound in. */
export const plainBundles: BundlePrinter = async (paper, parts) => {
  const texts = parts.map((p) => new TextDecoder().decode(p.bytes));
  const broken = texts.findIndex((t) => t.startsWith('BROKEN'));
  if (broken >= 0) return { part: broken, problem: 'unreadable' };
  const content = { paper, parts: parts.map(({ bytes: _, ...p }, at) => ({ ...p, text: texts[at] })) };
  return {
    pdf: new TextEncoder().encode(JSON.stringify(content)),
    pages: 1 + parts.length,
    parts: parts.map((_, at) => ({ firstPage: at + 2, lastPage: at + 2 })),
  };
};

/** The sheet for an owner as its content in JSON. */
export const plainOwnerReport: OwnerReportPrinter = async (report) => new TextEncoder().encode(JSON.stringify(report));
