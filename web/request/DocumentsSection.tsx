import { ActionIcon, FileInput, NativeSelect, Text, TextInput } from '@mantine/core';
import { type DocumentKind, documentKinds } from '@openum/domain/checklist/kind.ts';
import { acceptedTypes, acceptedWords } from '@openum/domain/document/accepted.ts';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { fileProblem, sizeWords } from '../case/document/upload.ts';
import { documentKindWord } from '../intake/documentKinds.ts';
import type { DocumentDraft } from './form.ts';
import css from './request.module.css';
import { base64Of } from './submit.ts';

const mostFiles = 20;
const mostBytes = 60 * 1024 * 1024;

type Props = {
  readonly documents: readonly DocumentDraft[];
  readonly change: (documents: readonly DocumentDraft[]) => void;
};

export const DocumentsSection = ({ documents, change }: Props) => {
  const [said, setSaid] = useState<readonly string[]>([]);
  const take = async (files: readonly File[]) => {
    const wrong: string[] = [];
    let taken = documents;
    for (const file of files) {
      const total = taken.reduce((sum, d) => sum + d.sizeBytes, file.size);
      const problem =
        fileProblem(file) ??
        (taken.length >= mostFiles ? `${file.name}: at most ${mostFiles} files.` : undefined) ??
        (total > mostBytes ? `${file.name}: all files together may have ${sizeWords(mostBytes)}.` : undefined);
      if (problem) wrong.push(problem);
      else {
        const base64 = await base64Of(file);
        taken = [...taken, { title: file.name, contentType: file.type, base64, sizeBytes: file.size }];
      }
    }
    setSaid(wrong);
    change(taken);
  };
  return (
    <section className={css.section} aria-labelledby="documents">
      <h2 id="documents">Documents</h2>
      <FileInput
        label="Add files"
        description={`${acceptedWords}, up to 10 MB each, at most ${mostFiles}; sent with the form`}
        placeholder="Choose files"
        multiple
        accept={acceptedTypes.join(',')}
        value={[]}
        onChange={(files) => void take(files)}
      />
      <div role="status">
        {said.map((s) => (
          <Text key={s} size="sm" c="var(--mantine-color-error)">
            {s}
          </Text>
        ))}
      </div>
      {documents.map((d, at) => (
        <div
          key={`${d.title} ${d.sizeBytes}`}
          style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem', alignItems: 'end' }}
        >
          <TextInput
            style={{ flex: '1 1 12rem' }}
            label={`Title of file ${at + 1} (${sizeWords(d.sizeBytes)})`}
            maxLength={200}
            defaultValue={d.title}
            onBlur={(e) => {
              const title = e.currentTarget.value.trim() || d.title;
              change(documents.map((x, n) => (n === at ? { ...x, title } : x)));
            }}
          />
          <NativeSelect
            w={190}
            label="What it is"
            value={d.kind ?? ''}
            onChange={(e) => {
              const { kind: _, ...rest } = d;
              const kind = e.currentTarget.value as DocumentKind | '';
              change(documents.map((x, n) => (n === at ? { ...rest, ...(kind ? { kind } : {}) } : x)));
            }}
            data={[
              { value: '', label: 'Not said' },
              ...documentKinds.map((value) => ({ value, label: documentKindWord[value] })),
            ]}
          />
          <TextInput
            w={150}
            type="date"
            label="Day of the record"
            defaultValue={d.recordedOn ?? ''}
            onChange={(e) => {
              const { recordedOn: _, ...rest } = d;
              const day = e.currentTarget.value;
              change(documents.map((x, n) => (n === at ? { ...rest, ...(day ? { recordedOn: day } : {}) } : x)));
            }}
          />
          <ActionIcon aria-label={`Take out ${d.title}`} onClick={() => change(documents.filter((_, n) => n !== at))}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
    </section>
  );
};
