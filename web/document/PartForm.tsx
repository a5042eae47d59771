import { Button, Group, NativeSelect, NumberInput } from '@mantine/core';
import { type DocumentKind, documentKinds } from '@openum/domain/checklist/kind.ts';
import type { DocumentPart } from '@openum/domain/document/part.ts';
import { useState } from 'react';
import { useDesk } from '../case/desk.ts';
import { submitKeys } from '../case/keys.ts';
import { documentKindWord } from '../intake/documentKinds.ts';
import { useAct } from '../intake/useAct.ts';
import css from './document.module.css';

type Props = {
  readonly documentId: string;
  readonly part: DocumentPart;
  readonly lastPage: number;
  readonly close: () => void;
};

/** Says what some pages of a file are, where their words say otherwise or nothing. */
export const PartForm = ({ documentId, part, lastPage, close }: Props) => {
  const { view } = useDesk();
  const { act, busy, problem } = useAct();
  const [from, setFrom] = useState<number | string>(part.from);
  const [to, setTo] = useState<number | string>(part.to);
  const [kind, setKind] = useState<DocumentKind | ''>(part.kind ?? '');
  const [tried, setTried] = useState(false);
  const title = view.state.documents.find((d) => d.documentId === documentId)?.title ?? 'Document';
  const isPage = (n: number | string): n is number => typeof n === 'number' && n >= 1 && n <= lastPage;
  const range = `Pages are counted from 1 to ${lastPage}.`;
  const wrong = {
    from: isPage(from) ? undefined : range,
    to: isPage(to) ? (isPage(from) && to < from ? 'The last page stands before the first.' : undefined) : range,
    kind: kind === '' ? 'Choose what these pages are.' : undefined,
  };
  const submit = async () => {
    setTried(true);
    if (!isPage(from) || !isPage(to) || kind === '' || to < from) return;
    const pages = from === to ? `page ${from}` : `pages ${from} to ${to}`;
    const said = `${title}, ${pages}: ${documentKindWord[kind].toLowerCase()}.`;
    if (await act({ type: 'SetDocumentKind', documentId, kind, pages: { from, to } }, said)) close();
  };
  return (
    <form
      className={css.partForm}
      aria-label={`What pages ${part.from} to ${part.to} are`}
      onKeyDown={submitKeys(() => void submit(), close)}
      onSubmit={(e) => {
        e.preventDefault();
        void submit();
      }}
    >
      <div className={css.range}>
        <NumberInput
          size="xs"
          label="From page"
          value={from}
          onChange={setFrom}
          min={1}
          max={lastPage}
          hideControls
          allowDecimal={false}
          error={tried && wrong.from}
        />
        <NumberInput
          size="xs"
          label="To page"
          value={to}
          onChange={setTo}
          min={1}
          max={lastPage}
          hideControls
          allowDecimal={false}
          error={tried && wrong.to}
        />
      </div>
      <NativeSelect
        size="xs"
        label="They are"
        value={kind}
        onChange={(e) => setKind(e.currentTarget.value as DocumentKind | '')}
        error={tried && wrong.kind}
        data={[
          { value: '', label: 'Choose' },
          ...documentKinds.map((value) => ({ value, label: documentKindWord[value] })),
        ]}
      />
      {problem && (
        <p role="alert" className={css.problem}>
          {problem}
        </p>
      )}
      <Group gap={6}>
        <Button type="submit" size="compact-xs" loading={busy}>
          Save
        </Button>
        <Button size="compact-xs" variant="default" onClick={close}>
          Cancel
        </Button>
      </Group>
    </form>
  );
};
