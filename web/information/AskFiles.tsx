import { Button, FileButton, Progress, Text } from '@mantine/core';
import { acceptedTypes, acceptedWords } from '@openum/domain/document/accepted.ts';
import type { AskView } from '@openum/http/contract/ask.ts';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { fileProblem, sendFile, sizeWords } from '../case/document/upload.ts';
import type { Factor } from '../guestLink/GuestEntry.tsx';
import { isOver, titleOf, whyNotSent } from './asked.ts';

export const SentFiles = ({ files }: Pick<AskView, 'files'>) => (
  <ul className="um-ask-files" aria-label="Files the plan has">
    {files.map((f) => (
      <li key={`${f.sentAt} ${f.title}`}>
        <span>{f.title}</span>
        <span>{sizeWords(f.sizeBytes)}</span>
      </li>
    ))}
  </ul>
);

type Props = {
  readonly view: AskView;
  readonly path: string;
  readonly factor: Factor;
  readonly sent: (view: AskView) => void;
  /** Whether files are still on their way. */
  readonly going: (busy: boolean) => void;
};

/** Files go to the plan as soon as they are chosen or dropped, so that a lost page loses none of them. */
export const AskFiles = ({ view, path, factor, sent, going }: Props) => {
  const [now, setNow] = useState<{ readonly name: string; readonly part: number }>();
  const [problems, setProblems] = useState<readonly { readonly name: string; readonly text: string }[]>([]);
  const [over, setOver] = useState(false);
  const queue = useRef<File[]>([]);
  const busy = useRef(false);

  const sendOne = async (file: File): Promise<void> => {
    const say = (text: string) => setProblems((all) => [...all, { name: file.name, text }]);
    const wrong = fileProblem(file);
    if (wrong) return say(wrong);
    setNow({ name: file.name, part: 0 });
    const query = new URLSearchParams({ title: titleOf(file.name) });
    const headers = { 'x-guest-npi': factor.npi.trim(), 'x-guest-birth-date': factor.birthDate };
    try {
      const part = (share: number) => setNow({ name: file.name, part: share });
      const answer = await sendFile(`${path}/documents?${query}`, file, part, headers);
      sent(JSON.parse(answer) as AskView);
    } catch (problem) {
      if (isOver(problem)) setOver(true);
      say(`${file.name} was not sent. ${whyNotSent(problem, view)}`);
    }
  };

  const take = async (files: readonly File[]) => {
    queue.current.push(...files);
    if (busy.current) return;
    busy.current = true;
    going(true);
    setProblems([]);
    for (let file = queue.current.shift(); file; file = queue.current.shift()) await sendOne(file);
    setNow(undefined);
    busy.current = false;
    going(false);
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    void take([...event.dataTransfer.files]);
  };
  const list: ReactNode = view.files.length > 0 && <SentFiles files={view.files} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button inside does the same
    <div className="um-ask-drop" onDragOver={(e) => e.preventDefault()} onDrop={drop}>
      <h2>Files</h2>
      <div className="um-ask-choose">
        <FileButton multiple accept={acceptedTypes.join(',')} onChange={(files) => void take(files)} disabled={over}>
          {(props) => (
            <Button {...props} variant="default" disabled={over}>
              Choose files
            </Button>
          )}
        </FileButton>
        <Text size="sm">
          <span className="um-ask-mouse">or drop them here. </span>Each goes to the plan at once.
        </Text>
      </div>
      <Text size="xs" c="dimmed">
        {acceptedWords}, up to 10 MB each
      </Text>
      {now && (
        <div>
          <Text size="sm">Sending {now.name}</Text>
          <Progress.Root size="lg">
            <Progress.Section value={now.part * 100} aria-label={`Sending ${now.name}`} />
          </Progress.Root>
        </div>
      )}
      {list}
      <div role="status">
        {view.files.length > 0 && (
          <Text size="sm">
            {view.files.length === 1 ? 'The plan has this file.' : `The plan has these ${view.files.length} files.`}
          </Text>
        )}
      </div>
      <div role="alert">
        {problems.map((p, at) => (
          <Text key={`${at} ${p.name}`} size="sm" c="var(--mantine-color-error)">
            {p.text}
          </Text>
        ))}
      </div>
    </div>
  );
};
