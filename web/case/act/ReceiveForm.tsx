import { FileInput, Progress, Text, Textarea, TextInput } from '@mantine/core';
import { openInformationRequest } from '@openum/domain/case/status.ts';
import { acceptedTypes, acceptedWords } from '@openum/domain/document/accepted.ts';
import { useState } from 'react';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import { fileProblem, sizeWords, uploadDocument } from '../document/upload.ts';
import { problemText } from '../problemText.ts';
import { ActForm } from './ActForm.tsx';
import { useActDraft } from './useActDraft.ts';

/** Files go to the case as soon as they are chosen, so that a lost page loses none of them. */
const Uploads = ({ renew }: { readonly renew: () => void }) => {
  const { view } = useDesk();
  const [going, setGoing] = useState<{ readonly name: string; readonly part: number }>();
  const [said, setSaid] = useState<readonly string[]>([]);
  const [recordedOn, setRecordedOn] = useState('');
  const take = async (files: readonly File[]) => {
    for (const file of files) {
      const wrong = fileProblem(file);
      if (wrong) {
        setSaid((s) => [...s, wrong]);
        continue;
      }
      setGoing({ name: file.name, part: 0 });
      try {
        const going = (part: number) => setGoing({ name: file.name, part });
        await uploadDocument(view.caseId, file, going, '/api/cases', recordedOn);
        setSaid((s) => [...s, `${file.name} (${sizeWords(file.size)}) is attached.`]);
      } catch (problem) {
        setSaid((s) => [...s, `${file.name} was not attached. ${problemText(problem)}`]);
      }
    }
    setGoing(undefined);
    renew();
  };
  return (
    <div>
      {view.evidence && (
        <TextInput
          label="Day of the record"
          description="Of the files that are chosen next; empty: not known"
          type="date"
          mb="xs"
          value={recordedOn}
          onChange={(e) => setRecordedOn(e.currentTarget.value)}
        />
      )}
      <FileInput
        label="Documents"
        description={`${acceptedWords}, up to 10 MB each; attached at once`}
        placeholder="Choose files"
        multiple
        accept={acceptedTypes.join(',')}
        value={[]}
        onChange={(files) => void take(files)}
      />
      {going && (
        <Progress.Root size="lg" mt="xs">
          <Progress.Section value={going.part * 100} aria-label={`Sending ${going.name}`} />
        </Progress.Root>
      )}
      <div role="status">
        {said.map((s) => (
          <Text key={s} size="xs">
            {s}
          </Text>
        ))}
      </div>
    </div>
  );
};

export const ReceiveForm = ({ renew }: { readonly renew: () => void }) => {
  const { view, send } = useDesk();
  const asked = openInformationRequest(view.state);
  const draft = useActDraft('receive', { summary: '' });
  const summary = draft.value.summary.trim();
  return (
    <ActForm
      title="Receive information"
      submitLabel="Record the answer"
      draft={draft}
      problems={[
        ...(asked ? [] : ['No request for information is open.']),
        ...(summary ? [] : ['Write what came in.']),
      ]}
      submit={async () => {
        if (asked) await send({ type: 'ReceiveInformation', requestId: asked.requestId, summary });
      }}
    >
      {asked && (
        <div>
          <span className={css.quiet}>Asked for</span>
          <ul style={{ margin: 0, paddingInlineStart: '1.125rem' }}>
            {asked.items.map((i) => (
              <li key={i.text}>{i.text}</li>
            ))}
          </ul>
        </div>
      )}
      <Textarea
        label="What came in"
        description="Facts from it are entered beside the criteria afterwards, each with its basis"
        required
        autosize
        minRows={4}
        maxLength={4000}
        value={draft.value.summary}
        onChange={(e) => draft.change({ summary: e.currentTarget.value })}
      />
      <Uploads renew={renew} />
    </ActForm>
  );
};
