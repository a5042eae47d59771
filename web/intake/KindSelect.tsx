import { NativeSelect } from '@mantine/core';
import { mayNot } from '@openum/domain/case/capability.ts';
import { type DocumentKind, documentKinds } from '@openum/domain/checklist/kind.ts';
import { hasPages } from '@openum/domain/document/reading.ts';
import { useDesk } from '../case/desk.ts';
import { documentKindWord } from './documentKinds.ts';
import { useAct } from './useAct.ts';

/** What a document is; the checklist knows its pieces by it. */
export const KindSelect = ({ documentId, title }: { readonly documentId: string; readonly title: string }) => {
  const { view, actor } = useDesk();
  const { act, busy, problem } = useAct();
  const document = view.state.documents.find((d) => d.documentId === documentId);
  // The request itself, in a machine's words, is no piece of a checklist.
  if (!document || !hasPages(document)) return null;
  const no = mayNot('SetDocumentKind', actor, view.state);
  if (no) return document.kind ? <div className="um-quiet">{documentKindWord[document.kind]}</div> : null;
  return (
    <NativeSelect
      size="xs"
      mt={4}
      aria-label={`Kind of ${title}`}
      value={document.kind ?? ''}
      disabled={busy}
      error={problem}
      onChange={(e) => {
        const kind = e.currentTarget.value as DocumentKind | '';
        if (kind !== '')
          void act({ type: 'SetDocumentKind', documentId, kind }, `${title}: ${documentKindWord[kind].toLowerCase()}.`);
      }}
      data={[
        ...(document.kind ? [] : [{ value: '', label: 'What is it?' }]),
        ...documentKinds.map((value) => ({ value, label: documentKindWord[value] })),
      ]}
    />
  );
};
