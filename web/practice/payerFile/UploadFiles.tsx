import './payerFile.css';
import { Button, FileButton } from '@mantine/core';
import { mostFileBytes } from '@openum/http/contract/practice/payerFile.ts';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem } from '../../api/client.ts';
import { sizeWords } from '../../case/document/upload.ts';
import { keepFile } from './queries.ts';

type Said = { readonly name: string; readonly text: string; readonly fileId?: string };

const broughtIn = async (file: File): Promise<Said> => {
  if (file.size === 0) return { name: file.name, text: 'is empty.' };
  if (file.size > mostFileBytes) return { name: file.name, text: `is larger than ${sizeWords(mostFileBytes)}.` };
  try {
    const { fileId, repeated } = await keepFile(file);
    return { name: file.name, fileId, text: repeated ? 'was brought in before.' : 'is kept.' };
  } catch (problem) {
    return { name: file.name, text: problem instanceof ApiProblem ? problem.message : 'could not be sent. Try again.' };
  }
};

/** Files of payers, as they are: kept first, then read. */
export const UploadFiles = () => {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<readonly Said[]>([]);
  const take = async (files: readonly File[]) => {
    setBusy(true);
    setSaid([]);
    for (const file of files) {
      const result = await broughtIn(file);
      setSaid((before) => [...before, result]);
    }
    setBusy(false);
    await client.invalidateQueries({ queryKey: ['practice'] });
  };
  return (
    <div className="um-practice-form">
      <div className="um-practice-actions">
        <FileButton
          multiple
          onChange={(files) => void take(files)}
          accept=".x12,.edi,.txt,.278,.271,.835,.837,.999,.ta1,text/plain"
        >
          {(props) => (
            <Button {...props} size="xs" loading={busy}>
              Bring files in
            </Button>
          )}
        </FileButton>
        <span className="um-practice-quiet">
          Answers (278, 271), receipts (999, TA1), remittances (835) and claims (837), as they came.
        </span>
      </div>
      <div role="status">
        <ul className="um-file-list">
          {said.map((s) => (
            <li key={s.name}>
              {s.fileId ? (
                <Link to="/practice/files/$fileId" params={{ fileId: s.fileId }}>
                  {s.name}
                </Link>
              ) : (
                s.name
              )}{' '}
              {s.text}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
};
