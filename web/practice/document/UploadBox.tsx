import { FileInput, Progress } from '@mantine/core';
import type { EpisodeView } from '@openum/http/contract/practice/episode.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newId } from '../../api/command.ts';
import { sendFile, sizeWords } from '../../case/document/upload.ts';
import { problemText } from '../../case/problemText.ts';
import { givenKind, type KindAndDay, KindFields } from './KindFields.tsx';
import { documentsPath } from './queries.ts';

const mostBytes = 50 * 1024 * 1024;
const accepted =
  '.pdf,.txt,.png,.jpg,.jpeg,.tif,.tiff,.xml,.json,application/pdf,text/*,image/png,image/jpeg,image/tiff';

type Props = { readonly view: Pick<EpisodeView, 'episodeId' | 'today'>; readonly kind?: KindAndDay['kind'] };

/** Files go to the episode as soon as they are chosen, so that a lost page loses none of them. */
export const UploadBox = ({ view, kind = '' }: Props) => {
  const client = useQueryClient();
  const [about, setAbout] = useState<KindAndDay>({ kind, recordedOn: '' });
  const [going, setGoing] = useState<{ readonly name: string; readonly part: number }>();
  const [said, setSaid] = useState<readonly string[]>([]);
  const say = (line: string) => setSaid((s) => [...s, line]);
  const take = async (files: readonly File[]) => {
    setSaid([]);
    for (const file of files) {
      if (file.size === 0 || file.size > mostBytes) {
        say(`${file.name} is ${file.size === 0 ? 'empty' : `larger than ${sizeWords(mostBytes)}`}.`);
        continue;
      }
      setGoing({ name: file.name, part: 0 });
      const title = file.name.slice(0, 200);
      const query = new URLSearchParams({ commandId: newId(), title, ...givenKind(about) });
      try {
        await sendFile(`${documentsPath(view.episodeId)}?${query}`, file, (part) =>
          setGoing({ name: file.name, part }),
        );
        say(`${file.name} (${sizeWords(file.size)}) is added.`);
      } catch (problem) {
        say(`${file.name} was not added. ${problemText(problem)}`);
      }
    }
    setGoing(undefined);
    await client.invalidateQueries({ queryKey: ['practice'] });
  };
  return (
    <div className="um-practice-form">
      <div className="um-practice-fields">
        <KindFields value={about} change={setAbout} today={view.today} />
        <FileInput
          label="Add files"
          placeholder="Choose files"
          multiple
          accept={accepted}
          value={[]}
          onChange={(files) => void take(files)}
        />
      </div>
      <div className="um-practice-quiet">
        PDF, picture, TIFF, text, C-CDA or FHIR, up to {sizeWords(mostBytes)} each. Kind and day are those of the files
        that are chosen next.
      </div>
      {going && (
        <Progress.Root size="lg">
          <Progress.Section value={going.part * 100} aria-label={`Sending ${going.name}`} />
        </Progress.Root>
      )}
      <div role="status">
        {said.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
    </div>
  );
};
