import { Button } from '@mantine/core';
import { mayNot } from '@openum/domain/case/capability.ts';
import type { DocumentKind } from '@openum/domain/checklist/kind.ts';
import { useDesk } from '../case/desk.ts';
import { documentKindWord } from '../intake/documentKinds.ts';
import { useAct } from '../intake/useAct.ts';
import css from './document.module.css';

/** What the words of a document say that it is, until a person has said so. */
export const KindHint = ({
  documentId,
  kind,
}: {
  readonly documentId: string;
  readonly kind?: DocumentKind | undefined;
}) => {
  const { view, actor } = useDesk();
  const { act, busy, problem } = useAct();
  const document = view.state.documents.find((d) => d.documentId === documentId);
  if (!kind || !document || document.kind) return null;
  const word = documentKindWord[kind];
  const no = mayNot('SetDocumentKind', actor, view.state);
  return (
    <div className={css.quiet}>
      Its words are those of: <b>{word}</b>{' '}
      {!no && (
        <Button
          size="compact-xs"
          variant="default"
          loading={busy}
          onClick={() =>
            void act({ type: 'SetDocumentKind', documentId, kind }, `${document.title}: ${word.toLowerCase()}.`)
          }
        >
          That is what it is
        </Button>
      )}
      {problem && <span role="alert"> {problem}</span>}
    </div>
  );
};
