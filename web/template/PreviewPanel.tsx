import { Anchor, Button, TextInput } from '@mantine/core';
import type { NoticeTemplate } from '@openum/domain/notice/template.ts';
import type { TemplatePreviewAnswer } from '@openum/http/contract/template.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post, postForFile } from '../api/client.ts';
import { Failure } from '../letters/Failure.tsx';
import { asBody } from './queries.ts';
import { elementWord } from './words.ts';

/** The text as the letter that it makes, of a case or of the sample case. */
export const PreviewPanel = ({ text }: { readonly text: NoticeTemplate }) => {
  const [caseNumber, setCaseNumber] = useState('');
  const [address, setAddress] = useState<string>();
  const body = { template: asBody(text), ...(caseNumber.trim() ? { caseNumber: caseNumber.trim() } : {}) };
  const html = useMutation({ mutationFn: () => post<TemplatePreviewAnswer>('/api/templates/preview', body) });
  const pdf = useMutation({
    mutationFn: async () => {
      if (address) URL.revokeObjectURL(address);
      setAddress(URL.createObjectURL(await postForFile('/api/templates/preview/pdf', body)));
    },
  });
  return (
    <section className="um-template-box" aria-label="Preview">
      <h2>Preview</h2>
      <div className="um-template-line">
        <TextInput
          className="um-grow"
          label="Case number"
          description="Empty: a sample case of nobody"
          value={caseNumber}
          onChange={(e) => setCaseNumber(e.currentTarget.value)}
        />
        <Button variant="default" loading={html.isPending} onClick={() => html.mutate()}>
          Show
        </Button>
        <Button variant="default" loading={pdf.isPending} onClick={() => pdf.mutate()}>
          Make a PDF
        </Button>
      </div>
      <Failure error={html.error ?? pdf.error} />
      {address && (
        <div role="status">
          <Anchor href={address} target="_blank" rel="noreferrer">
            Open the PDF
          </Anchor>
        </div>
      )}
      {html.data && (
        <>
          <div role="status">
            {html.data.missing.length === 0
              ? 'This letter says all that the rules demand.'
              : `This letter lacks: ${html.data.missing.map((m) => elementWord(m.element)).join(', ')}.`}
            {html.data.readingGrade !== undefined && ` It reads at grade ${html.data.readingGrade}.`}
          </div>
          <iframe className="um-template-frame" title="Preview of the letter" sandbox="" srcDoc={html.data.html} />
        </>
      )}
    </section>
  );
};
