import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type LineOfBusiness, linesOfBusiness } from '@openum/domain/case/request.ts';
import { type CaseStatus, caseStatuses } from '@openum/domain/case/status.ts';
import type { RunBody, RunPreviewAnswer, RunsView } from '@openum/http/contract/letterRun.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../api/client.ts';
import { ActButton } from '../app/ActButton.tsx';
import { count } from '../app/format.ts';
import { lineOfBusinessWord, statusWord } from '../app/words.ts';
import { caseNumbersOf } from './caseNumbers.ts';
import { Failure } from './Failure.tsx';
import { useRenewLetters } from './queries.ts';

type Props = { readonly templates: RunsView['templates']; readonly close: () => void };

/** One text to many cases: choose, count, look at the first letter, then start. */
export const RunForm = ({ templates, close }: Props) => {
  const renew = useRenewLetters();
  const [name, setName] = useState('');
  const [templateId, setTemplateId] = useState(templates[0]?.id ?? '');
  const [by, setBy] = useState<'numbers' | 'filter'>('numbers');
  const [numbers, setNumbers] = useState('');
  const [lines, setLines] = useState<readonly LineOfBusiness[]>([]);
  const [status, setStatus] = useState<readonly CaseStatus[]>([]);
  const caseNumbers = caseNumbersOf(numbers);
  const targets: RunBody['targets'] =
    by === 'numbers'
      ? { kind: 'numbers', caseNumbers: [...caseNumbers] }
      : {
          kind: 'filter',
          filter: {
            ...(lines.length > 0 ? { lineOfBusiness: [...lines] } : {}),
            ...(status.length > 0 ? { status: [...status] } : {}),
          },
        };
  const said = JSON.stringify([templateId, targets]);
  const preview = useMutation({
    mutationFn: async () => ({
      said,
      answer: await post<RunPreviewAnswer>('/api/letters/runs/preview', { templateId, targets }),
    }),
  });
  const start = useMutation({
    mutationFn: () => post('/api/letters/runs', { name: name.trim(), templateId, targets }),
    onSuccess: async () => {
      await renew();
      close();
    },
  });
  const seen = preview.data?.said === said ? preview.data.answer : undefined;
  const wanting = by === 'numbers' && caseNumbers.length === 0 ? 'Name at least one case.' : undefined;
  const whyNotStart = !seen
    ? 'Look at the first letter before it goes to many.'
    : name.trim() === ''
      ? 'Give the run a name.'
      : undefined;
  const toggle = <T,>(list: readonly T[], one: T): readonly T[] =>
    list.includes(one) ? list.filter((x) => x !== one) : [...list, one];
  return (
    <div className="um-letters-form">
      <TextInput
        label="Name of this run"
        description="For the list of runs; it is in no letter"
        required
        maxLength={200}
        value={name}
        onChange={(e) => setName(e.currentTarget.value)}
      />
      <NativeSelect
        label="Text"
        description="General letters only; write your own under Templates"
        value={templateId}
        onChange={(e) => setTemplateId(e.currentTarget.value)}
        data={templates.map((t) => ({ value: t.id, label: `${t.title}, to the ${t.audience}` }))}
      />
      <NativeSelect
        label="To whom"
        value={by}
        onChange={(e) => setBy(e.currentTarget.value as typeof by)}
        data={[
          { value: 'numbers', label: 'Cases by number' },
          { value: 'filter', label: 'Every case of a filter' },
        ]}
      />
      {by === 'numbers' ? (
        <>
          <Textarea
            label="Case numbers"
            description="One a line, or a CSV file whose first column holds them"
            autosize
            minRows={3}
            maxRows={12}
            value={numbers}
            onChange={(e) => setNumbers(e.currentTarget.value)}
          />
          <label className="um-letters-note">
            From a file{' '}
            <input
              type="file"
              accept=".csv,.txt,text/csv,text/plain"
              onChange={async (e) => {
                const [file] = e.currentTarget.files ?? [];
                if (file) setNumbers(await file.text());
              }}
            />
          </label>
        </>
      ) : (
        <div className="um-letters-line" style={{ alignItems: 'start' }}>
          <fieldset className="um-letters-set">
            <legend>Line of business (none: all)</legend>
            {linesOfBusiness.map((l) => (
              <Checkbox
                key={l}
                label={lineOfBusinessWord[l]}
                checked={lines.includes(l)}
                onChange={() => setLines(toggle(lines, l))}
              />
            ))}
          </fieldset>
          <fieldset className="um-letters-set">
            <legend>Status (none: all)</legend>
            {caseStatuses.map((s) => (
              <Checkbox
                key={s}
                label={statusWord[s]}
                checked={status.includes(s)}
                onChange={() => setStatus(toggle(status, s))}
              />
            ))}
          </fieldset>
        </div>
      )}
      <Failure error={preview.error ?? start.error} />
      <div className="um-letters-line">
        <ActButton variant="default" why={wanting} loading={preview.isPending} onClick={() => preview.mutate()}>
          Count, and show the first letter
        </ActButton>
        <ActButton why={whyNotStart} loading={start.isPending} onClick={() => start.mutate()}>
          {seen ? `Write ${count(seen.count, 'letter')}` : 'Write the letters'}
        </ActButton>
        <Button variant="default" onClick={close}>
          Close
        </Button>
      </div>
      {seen && (
        <>
          <div role="status">
            {count(seen.count, 'letter')}. This is the one for case {seen.caseNumber}.
          </div>
          <iframe className="um-letters-frame" title="The first letter" sandbox="" srcDoc={seen.html} />
        </>
      )}
    </div>
  );
};
