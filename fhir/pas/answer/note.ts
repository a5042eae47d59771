import type { Case, CaseItem } from '@openum/domain/case/state.ts';
import { openInformationRequest } from '@openum/domain/case/status.ts';
import { type AdverseDetermination, isAdverse } from '@openum/domain/determination/determination.ts';
import { statusInCase } from './reviewAction.ts';

export type PendReason = { readonly code886: string; readonly text: string };

/** What an open line waits for: 0U information, 0V a physician, 0W the decision as such (X12 886). */
export const pendReason = (c: Case, item: CaseItem): PendReason => {
  const asked = openInformationRequest(c);
  const wanted = asked?.items.filter((i) => i.itemSequence === undefined || i.itemSequence === item.sequence) ?? [];
  if (asked && wanted.length > 0) {
    const list = wanted.map((i) => i.text).join('; ');
    const message = asked.message ? ` ${asked.message}` : '';
    return { code886: '0U', text: `More information is needed by ${asked.dueAt}: ${list}.${message}` };
  }
  if (c.referred.some((r) => r.itemSequence === item.sequence))
    return { code886: '0V', text: 'A physician is reviewing this line.' };
  return { code886: '0W', text: 'The request was received and is under review.' };
};

const adverseText = (d: AdverseDetermination): string => {
  const criteria = d.criteria.map((k) => `${k.name}, version ${k.version} (${k.citation})`).join('; ');
  return [d.rationale, criteria && `Criteria used: ${criteria}.`, d.alternatives && `Alternatives: ${d.alternatives}`]
    .filter(Boolean)
    .join(' ');
};

/** The text beside the code of a line: the specific reason in words (45 CFR 156.223, 42 CFR 422.122 and alike). */
export const noteOf = (c: Case, item: CaseItem): string | undefined => {
  const d = item.determination;
  const status = statusInCase(c, item);
  if (status === 'pended') return pendReason(c, item).text;
  if (status === 'cancelled') return (c.withdrawn ?? c.voided)?.reason;
  if (d === undefined) return undefined;
  if (isAdverse(d)) return adverseText(d);
  return d.outcome === 'notRequired' ? d.reason : d.rationale;
};
