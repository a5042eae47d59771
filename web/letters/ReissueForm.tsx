import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type IssuedNotice, type Reissue, reissueReasons } from '@openum/domain/case/event.ts';
import type { NoticeFormat } from '@openum/domain/notice/document.ts';
import { noticeFormats } from '@openum/domain/notice/document.ts';
import type { ReissueBody } from '@openum/http/contract/delivery.ts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { post } from '../api/client.ts';
import { ActButton } from '../app/ActButton.tsx';
import { useDesk } from '../case/desk.ts';
import { Failure } from './Failure.tsx';
import { useContacts, useRenewLetters } from './queries.ts';
import { formatWord, languageWord, reissueWord } from './words.ts';

type Props = { readonly notice: IssuedNotice; readonly close: () => void };

/** The letter once more, with what was wrong set right. */
export const ReissueForm = ({ notice, close }: Props) => {
  const { view, tell } = useDesk();
  const renew = useRenewLetters();
  const contacts = useContacts(view.caseId, view.state.version);
  const [because, setBecause] = useState<Reissue['because']>('addressCorrected');
  const [explanation, setExplanation] = useState('');
  const [address, setAddress] = useState('');
  const [language, setLanguage] = useState(notice.language);
  const [format, setFormat] = useState<NoticeFormat>(notice.format === 'largePrint' ? 'standard' : 'largePrint');
  const addressee = address
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '');
  const body: ReissueBody = {
    because,
    explanation: explanation.trim(),
    ...(because === 'addressCorrected' ? { addressee } : {}),
    ...(because === 'languageChanged' ? { language } : {}),
    ...(because === 'formatChanged' ? { format } : {}),
  };
  const issue = useMutation({
    mutationFn: () =>
      post(
        `/api/cases/${encodeURIComponent(view.caseId)}/notices/${encodeURIComponent(notice.noticeId)}/reissue`,
        body,
      ),
    onSuccess: async () => {
      await renew();
      tell('The letter was issued again. The former one stays in the record.');
      close();
    },
  });
  const languages = contacts.data?.languages ?? [notice.language];
  const why =
    explanation.trim() === ''
      ? 'Write what happened.'
      : because === 'addressCorrected' && addressee.length < 2
        ? 'Write the name and the address, a line each.'
        : because === 'languageChanged' && language === notice.language
          ? 'Choose another language.'
          : undefined;
  return (
    <div className="um-letters-block">
      <NativeSelect
        label="Why it is issued again"
        value={because}
        onChange={(e) => setBecause(e.currentTarget.value as Reissue['because'])}
        data={reissueReasons.map((value) => ({ value, label: reissueWord[value] }))}
      />
      {because === 'addressCorrected' && (
        <Textarea
          label="Name and right address"
          description="One line each, as they are to be printed"
          autosize
          minRows={3}
          maxRows={8}
          value={address}
          onChange={(e) => setAddress(e.currentTarget.value)}
        />
      )}
      {because === 'languageChanged' && (
        <NativeSelect
          label="Language"
          description="There has to be a published text for this letter in it"
          value={language}
          onChange={(e) => setLanguage(e.currentTarget.value)}
          data={languages.map((value) => ({ value, label: languageWord(value) }))}
        />
      )}
      {because === 'formatChanged' && (
        <NativeSelect
          label="Print"
          value={format}
          onChange={(e) => setFormat(e.currentTarget.value as NoticeFormat)}
          data={noticeFormats.map((value) => ({ value, label: formatWord[value] }))}
        />
      )}
      <TextInput
        label={
          because === 'errorInLetter' ? 'The error, in words for the reader: it stands in the letter' : 'What happened'
        }
        maxLength={2000}
        value={explanation}
        onChange={(e) => setExplanation(e.currentTarget.value)}
      />
      <span className="um-letters-note">
        It is made from the record of today, with the date and the appeal window of today, and names the former letter.
      </span>
      <Failure error={issue.error} />
      <ActButton why={why} loading={issue.isPending} style={{ justifySelf: 'start' }} onClick={() => issue.mutate()}>
        Issue again
      </ActButton>
    </div>
  );
};
