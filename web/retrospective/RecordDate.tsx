import type { EvidenceDate } from '@openum/domain/retrospective/evidence.ts';
import { useDesk } from '../case/desk.ts';

const words: Record<EvidenceDate, string | undefined> = {
  inTime: undefined,
  late: 'Of a day after the care: no evidence',
  undated: 'Day of the record not known',
};

/** Whether a document counts in a review after the care; nothing in any other review. */
export const RecordDate = ({ documentId }: { readonly documentId: string }) => {
  const { evidence } = useDesk().view;
  const said = words[evidence?.documents.find((d) => d.documentId === documentId)?.date ?? 'inTime'];
  return said ? (
    <span className="um-chip" data-tone="waiting">
      {said}
    </span>
  ) : null;
};
