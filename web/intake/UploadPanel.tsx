import { Button, FileInput, NativeSelect, Text, TextInput } from '@mantine/core';
import { acceptedTypes, acceptedWords } from '@openum/domain/document/accepted.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { localMoment } from '../case/act/localMoment.ts';
import { fileProblem, sizeWords } from '../case/document/upload.ts';
import { Panel } from '../case/Panel.tsx';
import { problemText } from '../case/problemText.ts';
import { uploadArrival } from './upload.ts';

/** A file first: it is kept at once and stands on the list, whoever enters it and when. */
export const UploadPanel = ({ close }: { readonly close: () => void }) => {
  const { zone } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [channel, setChannel] = useState<'fax' | 'mail'>('fax');
  const [sender, setSender] = useState('');
  const [day, setDay] = useState('');
  const [time, setTime] = useState('');
  const [part, setPart] = useState<number>();
  const [said, setSaid] = useState<string>();
  const receivedAt = localMoment(day, time, zone);
  const wrong = file ? fileProblem(file) : undefined;
  const half = (day === '') !== (time === '');
  const send = async (enter: boolean) => {
    if (!file || wrong) return setSaid(wrong ?? 'Choose the file.');
    if (half) return setSaid('Enter day and time of receipt, or leave both empty for now.');
    setSaid(undefined);
    setPart(0);
    try {
      const { messageId } = await uploadArrival(file, { channel, receivedAt, senderName: sender.trim() }, setPart);
      await client.invalidateQueries({ queryKey: ['intake'] });
      if (enter) await navigate({ to: '/intake/$messageId', params: { messageId } });
      else close();
    } catch (problem) {
      setSaid(problemText(problem));
    } finally {
      setPart(undefined);
    }
  };
  return (
    <Panel title="Upload a fax or letter">
      <div className="um-intake-upload">
        <FileInput
          label="File"
          description={file ? sizeWords(file.size) : `${acceptedWords}, up to 10 MB`}
          placeholder="Choose a file"
          required
          accept={acceptedTypes.join(',')}
          value={file}
          onChange={setFile}
          error={wrong}
        />
        <NativeSelect
          label="Channel"
          description="How it came"
          value={channel}
          onChange={(e) => setChannel(e.currentTarget.value === 'mail' ? 'mail' : 'fax')}
          data={[
            { value: 'fax', label: 'Fax' },
            { value: 'mail', label: 'Mail' },
          ]}
        />
        <TextInput
          label="Sender"
          description="If it says"
          maxLength={200}
          value={sender}
          onChange={(e) => setSender(e.currentTarget.value)}
        />
        <TextInput
          label="Day received"
          description="Empty: now"
          type="date"
          value={day}
          onChange={(e) => setDay(e.currentTarget.value)}
        />
        <TextInput
          label="Time received"
          description={zone}
          type="time"
          value={time}
          onChange={(e) => setTime(e.currentTarget.value)}
        />
      </div>
      <div role="alert">
        {said && (
          <Text size="sm" c="var(--mantine-color-error)" mt={6}>
            {said}
          </Text>
        )}
      </div>
      <div className="um-intake-actions" style={{ marginBlockStart: '0.625rem' }}>
        <Button loading={part !== undefined} onClick={() => void send(true)}>
          Upload and enter it
        </Button>
        <Button variant="default" disabled={part !== undefined} onClick={() => void send(false)}>
          Upload only
        </Button>
        <Button variant="default" disabled={part !== undefined} onClick={close}>
          Cancel
        </Button>
        {part !== undefined && <Text size="sm">{Math.round(part * 100)} %</Text>}
      </div>
    </Panel>
  );
};
