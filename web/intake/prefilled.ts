import type { ArrivalDetail } from '@openum/http/contract/intake.ts';
import { type EntryChannel, emptyDraft, type RequestDraft } from '../request/form.ts';

const entered: readonly string[] = ['fax', 'phone', 'mail', 'portal'] satisfies EntryChannel[];

/** The form with what the message says. An expedited request keeps its ground; the attestation is the person's own. */
export const prefilledDraft = (submissionId: string, { row, prefill }: ArrivalDetail): RequestDraft => ({
  ...emptyDraft(submissionId),
  member: prefill.member ?? null,
  requesting: prefill.requesting ?? null,
  urgency: prefill.urgency,
  urgencyBasis: prefill.urgencyBasis ?? (prefill.urgency === 'expedited' ? 'Marked urgent by the sender.' : ''),
  setting: prefill.setting ?? 'outpatient',
  diagnoses: prefill.diagnoses,
  items: prefill.items,
  rationale: prefill.rationale ?? '',
  // The server takes the channel of the message; here it only opens the fields of the desk.
  channel: entered.includes(row.channel) ? (row.channel as EntryChannel) : 'portal',
});
