import { Button, NativeSelect } from '@mantine/core';
import type { AppealDraft } from '@openum/domain/denial/appeal/draft.ts';
import type { AppealDesk } from '@openum/http/contract/practice/appeal.ts';
import { useState } from 'react';
import { Panel } from '../../case/Panel.tsx';
import { PageViewer } from '../../document/PageViewer.tsx';
import type { Picked, Place } from '../../document/pick.ts';
import { episodeShelf } from '../../document/usePages.ts';
import { quoteOf, withQuote } from './edit.ts';

export type Shown = { readonly documentId: string; readonly place?: Place };

type PickProps = {
  readonly draft: AppealDraft;
  readonly picked: Picked;
  readonly change: (draft: AppealDraft) => void;
  readonly close: () => void;
};

const PutIn = ({ draft, picked, change, close }: PickProps) => {
  const [leafId, setLeafId] = useState(draft.points[0]?.leafId ?? '');
  return (
    <div className="um-practice-actions">
      <NativeSelect
        size="xs"
        aria-label="Point of the appeal"
        value={leafId}
        onChange={(e) => setLeafId(e.currentTarget.value)}
        data={draft.points.map((p) => ({ value: p.leafId, label: p.label }))}
      />
      <Button
        size="compact-sm"
        onClick={() => {
          change(withQuote(draft, leafId, quoteOf(picked)));
          close();
        }}
      >
        Quote the marked words there
      </Button>
    </div>
  );
};

type Props = {
  readonly desk: AppealDesk;
  readonly draft: AppealDraft;
  readonly shown: Shown | undefined;
  readonly show: (shown: Shown) => void;
  readonly change: (draft: AppealDraft) => void;
  readonly isLocked: boolean;
};

/** The record beside the letter: open a page, mark words, quote them to a point. */
export const RecordPanel = ({ desk, draft, shown, show, change, isLocked }: Props) => (
  <Panel title="The record">
    {desk.documents.length === 0 ? (
      <p className="um-practice-quiet">The episode has no documents yet. Add the notes of these days on the episode.</p>
    ) : (
      <NativeSelect
        aria-label="Document"
        mb="xs"
        value={shown?.documentId ?? ''}
        onChange={(e) => show({ documentId: e.currentTarget.value })}
        data={[
          { value: '', label: 'Choose a document', disabled: true },
          ...desk.documents.map((d) => ({ value: d.documentId, label: d.title })),
        ]}
      />
    )}
    {shown && (
      <PageViewer
        key={shown.documentId}
        shelf={episodeShelf(desk.episodeId)}
        documentId={shown.documentId}
        place={shown.place}
        {...(isLocked
          ? {}
          : {
              marked: (picked: Picked, close: () => void) => (
                <PutIn draft={draft} picked={picked} change={change} close={close} />
              ),
            })}
      />
    )}
  </Panel>
);
