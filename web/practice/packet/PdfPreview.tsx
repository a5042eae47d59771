import './packet.css';
import { Button } from '@mantine/core';
import type { ProblemBody } from '@openum/http/contract/refusal.ts';
import { useEffect, useState } from 'react';
import { ApiProblem } from '../../api/client.ts';
import { practiceHeaders } from '../../api/practice.ts';
import { problemText } from '../../case/problemText.ts';
import { ProblemLine } from '../ProblemLine.tsx';

const fetchPdf = async (path: string, body: object): Promise<string> => {
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'x-openum': '1', ...practiceHeaders() },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new ApiProblem(0, undefined);
  });
  if (!response.ok) {
    const said: unknown = await response.json().catch(() => undefined);
    throw new ApiProblem(response.status, said as ProblemBody | undefined);
  }
  return URL.createObjectURL(await response.blob());
};

type Props = {
  readonly path: string;
  readonly body: () => object;
  /** What is missing; while there is something, the button says so. */
  readonly missing: string | undefined;
  readonly title: string;
};

/** Shows a file as it would be, on this page. */
export const PdfPreview = ({ path, body, missing, title }: Props) => {
  const [url, setUrl] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => () => (url ? URL.revokeObjectURL(url) : undefined), [url]);
  const show = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      setUrl(await fetchPdf(path, body()));
    } catch (problem) {
      setFailure(problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      <div className="um-practice-actions">
        <Button
          size="compact-sm"
          variant="default"
          loading={busy}
          onClick={() => {
            if (!missing) void show();
          }}
          {...(missing ? { 'data-disabled': true, 'aria-disabled': true, title: missing } : {})}
        >
          {url ? 'Look at it again' : 'Look at it first'}
        </Button>
        {url && (
          <Button size="compact-sm" variant="subtle" onClick={() => setUrl(undefined)}>
            Close
          </Button>
        )}
      </div>
      <ProblemLine message={failure === undefined ? undefined : problemText(failure)} />
      {url && <iframe className="um-packet-preview" src={`${url}#navpanes=0&view=FitH`} title={title} />}
    </div>
  );
};
