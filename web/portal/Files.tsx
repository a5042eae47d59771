import { FileInput, Progress, Text } from '@mantine/core';
import { acceptedTypes, acceptedWords } from '@openum/domain/document/accepted.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fileProblem, sizeWords, uploadDocument } from '../case/document/upload.ts';
import { problemText } from '../case/problemText.ts';

/** Files go to the plan as soon as they are chosen, so that a lost page loses none of them. */
export const Files = ({ caseId, label }: { readonly caseId: string; readonly label: string }) => {
  const queryClient = useQueryClient();
  const [going, setGoing] = useState<{ readonly name: string; readonly part: number }>();
  const [said, setSaid] = useState<readonly { readonly text: string; readonly wrong: boolean }[]>([]);
  const take = async (files: readonly File[]) => {
    const say = (text: string, wrong: boolean) => setSaid((s) => [...s, { text, wrong }]);
    setSaid([]);
    for (const file of files) {
      const wrong = fileProblem(file);
      if (wrong) {
        say(wrong, true);
        continue;
      }
      setGoing({ name: file.name, part: 0 });
      try {
        await uploadDocument(caseId, file, (part) => setGoing({ name: file.name, part }), '/api/portal/requests');
        say(`${file.name} (${sizeWords(file.size)}) was sent.`, false);
      } catch (problem) {
        say(`${file.name} was not sent. ${problemText(problem)}`, true);
      }
    }
    setGoing(undefined);
    void queryClient.invalidateQueries({ queryKey: ['portal', 'request', caseId] });
  };
  return (
    <div>
      <FileInput
        label={label}
        description={`${acceptedWords}, up to 10 MB each; sent to the plan as soon as you choose them`}
        placeholder="Choose files"
        multiple
        accept={acceptedTypes.join(',')}
        value={[]}
        disabled={going !== undefined}
        onChange={(files) => void take(files)}
      />
      {going && (
        <Progress.Root size="lg" mt="xs">
          <Progress.Section value={going.part * 100} aria-label={`Sending ${going.name}`} />
        </Progress.Root>
      )}
      <div role="status">
        {said.map((s) => (
          <Text key={s.text} size="sm" {...(s.wrong ? { c: 'var(--mantine-color-error)' } : {})}>
            {s.text}
          </Text>
        ))}
      </div>
    </div>
  );
};
