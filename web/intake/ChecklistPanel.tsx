import { mayNot } from '@openum/domain/case/capability.ts';
import { refuse } from '@openum/domain/case/refusal.ts';
import { openInformationRequest } from '@openum/domain/case/status.ts';
import type { PieceState } from '@openum/domain/checklist/checklist.ts';
import { ActButton } from '../app/ActButton.tsx';
import type { Tone } from '../app/StatusBadge.tsx';
import { spokenRefusal } from '../case/act/whyNot.ts';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { Panel } from '../case/Panel.tsx';

const words: Record<PieceState, string> = { present: 'Here', missing: 'Missing', unknown: 'Not sorted yet' };
const tones: Record<PieceState, Tone> = { present: 'good', missing: 'bad', unknown: 'waiting' };

/** What a complete request comes with, and what of it is here. Nothing missing decides anything: the sender is asked. */
export const ChecklistPanel = () => {
  const { view, actor, openAct, openDocument } = useDesk();
  const { checklist } = view.intake;
  if (checklist.length === 0) return null;
  const c = view.state;
  const lacking = checklist.filter((p) => p.state === 'missing').length;
  const unsorted = checklist.some((p) => p.state === 'unknown');
  const no =
    mayNot('RequestInformation', actor, c) ??
    (openInformationRequest(c) ? refuse('informationRequestOpen') : undefined);
  const title = (id: string) => c.documents.find((d) => d.documentId === id)?.title ?? 'document';
  return (
    <Panel
      title={lacking === 0 ? 'Checklist of documents' : `Checklist of documents (${lacking} missing)`}
      flush
      aside={
        lacking > 0 && (
          <ActButton
            size="compact-sm"
            variant="default"
            why={no && spokenRefusal(no)}
            hint="Everything that is missing or unknown, in one request"
            onClick={() => openAct('ask')}
          >
            Ask for what is missing
          </ActButton>
        )
      }
    >
      <ul className={css.plain}>
        {checklist.map((p) => (
          <li key={p.pieceId} className={css.row}>
            <span className="um-chip" data-tone={tones[p.state]}>
              {words[p.state]}
            </span>{' '}
            {p.label}
            {p.documentIds.map((id) => (
              <button key={id} type="button" className="um-link-button" onClick={() => openDocument(id)}>
                {title(id)}
              </button>
            ))}
            {p.documentIds.length === 0 && p.knownBy.length > 0 && (
              <span className={css.quiet}>
                {' '}
                told by: {p.knownBy.map((k) => view.factLabels[k]?.label ?? k).join('; ')}
              </span>
            )}
            <div className={css.quiet}>{p.citation}</div>
          </li>
        ))}
      </ul>
      {unsorted && (
        <p className={css.row} style={{ margin: 0 }}>
          Some documents have no kind yet. Say what each one is under Documents.
        </p>
      )}
    </Panel>
  );
};
