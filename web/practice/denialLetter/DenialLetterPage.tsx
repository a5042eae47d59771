import '../practice.css';
import './letter.css';
import { Anchor, Button, NativeSelect, TextInput } from '@mantine/core';
import type { LetterField } from '@openum/domain/denial/letter/record.ts';
import type { LetterSuggestion } from '@openum/domain/denial/letter/suggest.ts';
import type { DenialLetterReading } from '@openum/http/contract/practice/denialLetter.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { get } from '../../api/client.ts';
import { date } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { FailedState, LoadingRows } from '../../app/states.tsx';
import { Panel } from '../../case/Panel.tsx';
import { PageViewer } from '../../document/PageViewer.tsx';
import type { Picked, Place } from '../../document/pick.ts';
import { documentPath, episodeShelf } from '../../document/usePages.ts';
import { readingWords } from '../../document/words.ts';
import { ProblemLine } from '../ProblemLine.tsx';
import { usePracticeSend } from '../send.ts';
import { levelWord, money, submissionKindWord } from '../words.ts';
import {
  amountOf,
  appealByFrom,
  beginLetter,
  type FilledField,
  filledFields,
  type LetterForm,
  letterBody,
  letterProblems,
  takenValue,
} from './form.ts';
import { SuggestedField } from './SuggestedField.tsx';
import { letterFieldWord } from './words.ts';

const lookAgainMs = 2000;

const letterQuery = (episodeId: string, documentId: string) => ({
  queryKey: ['practice', 'denialLetter', episodeId, documentId],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    get<DenialLetterReading>(`${documentPath(episodeShelf(episodeId), documentId)}/denial`, {}, signal),
  refetchInterval: ({ state }: { state: { data?: DenialLetterReading | undefined } }) =>
    state.data?.reading && state.data.reading.state !== 'reading' ? false : lookAgainMs,
});

/** What marked words can be taken for. */
const TakeAs = ({ picked, take }: { readonly picked: Picked; readonly take: (name: FilledField) => void }) => (
  <fieldset className="um-letter-take">
    <legend>“{picked.quote.slice(0, 60)}” is</legend>
    {filledFields.map((f) => (
      <Button key={f} size="compact-xs" variant="default" onClick={() => take(f)}>
        {letterFieldWord[f]}
      </Button>
    ))}
  </fieldset>
);

const markOf = ({ value: _, ...mark }: LetterSuggestion) => mark;

type FormProps = {
  readonly reading: DenialLetterReading;
  readonly documentId: string;
  readonly form: LetterForm;
  readonly change: (part: Partial<LetterForm>) => void;
  readonly show: (place: Place) => void;
};

const Form = ({ reading: r, documentId, form: f, change, show }: FormProps) => {
  const navigate = useNavigate();
  const { send, busy, message } = usePracticeSend();
  const problems = letterProblems(f, r.today);
  const isNew = f.about === 'new';
  const of = (field: LetterField) => r.suggestions.filter((s) => s.field === field);
  const type = (name: FilledField, value: string) => {
    const { [name]: _gone, ...marks } = f.marks;
    change({ [name]: value, marks });
  };
  const take = (s: LetterSuggestion) => {
    show(s);
    change({ [s.field]: s.value, marks: { ...f.marks, [s.field]: markOf(s) } });
  };
  const within = of('appealWithin');
  const coverage = r.coverages.find((c) => c.coverageId === f.coverageId);
  const amount = amountOf(f, r);
  const field = (name: FilledField) => (
    <SuggestedField
      name={name}
      value={f[name]}
      change={(value) => type(name, value)}
      suggestions={of(name)}
      take={take}
      show={show}
      marked={f.marks[name] !== undefined}
    />
  );
  return (
    <form
      className="um-practice-form"
      aria-label="What the letter says"
      onSubmit={(e) => {
        e.preventDefault();
        if (problems.length > 0) return;
        void send(`${episodeShelf(r.episodeId)}/denial-letters`, letterBody(f, r, documentId)).then((ok) =>
          ok ? navigate({ to: '/practice/denials' }) : undefined,
        );
      }}
    >
      <NativeSelect
        label="This letter is about"
        value={f.about}
        onChange={(e) => change({ about: e.currentTarget.value })}
        data={[
          ...r.denials.map((d) => ({
            value: d.denialId,
            label: `The denial of ${date(d.from)} to ${date(d.to)}, ${money(d.amount)}${d.letter ? ' (has a letter)' : ''}`,
          })),
          { value: 'new', label: 'A denial that is not on record yet' },
        ]}
      />
      {field('letterOn')}
      {isNew && (
        <>
          <NativeSelect
            label="Payer"
            value={f.coverageId}
            onChange={(e) => change({ coverageId: e.currentTarget.value })}
            data={r.coverages.map((c) => ({ value: c.coverageId, label: c.payerName }))}
          />
          <TextInput
            type="date"
            label="Came on"
            max={r.today}
            value={f.receivedOn}
            onChange={(e) => change({ receivedOn: e.currentTarget.value })}
          />
          {field('from')}
          {field('to')}
          <NativeSelect
            label="Answers the request"
            value={f.submissionId}
            onChange={(e) => change({ submissionId: e.currentTarget.value })}
            data={[
              { value: '', label: 'None that is on record' },
              ...r.submissions
                .filter((s) => s.coverageId === f.coverageId)
                .map((s) => ({
                  value: s.submissionId,
                  label: `${submissionKindWord[s.kind]}, ${levelWord(s.levelOfCare)}, ${date(s.from)} to ${date(s.to)}${s.answered ? '' : ' (no answer yet)'}`,
                })),
            ]}
          />
          <TextInput
            label="Denied, in dollars"
            inputMode="decimal"
            value={f.amount}
            onChange={(e) => change({ amount: e.currentTarget.value.trim() })}
          />
          {amount !== undefined && amount !== f.amount && (
            <Button size="compact-xs" variant="light" onClick={() => change({ amount })}>
              {`$${amount} by the charge of the days`}
            </Button>
          )}
        </>
      )}
      {field('reference')}
      {field('reason')}
      {field('criteria')}
      {field('appealBy')}
      {within.map((w) => {
        const by = appealByFrom(f.letterOn, w.value);
        return (
          <div key={`${w.page} ${w.start}`} className="um-letter-suggestion">
            <Button
              size="compact-xs"
              variant="light"
              disabled={by === undefined}
              title={
                by === undefined
                  ? 'Take over the date of the letter first; business days are counted by hand'
                  : undefined
              }
              onClick={() =>
                by !== undefined && change({ appealBy: by, marks: { ...f.marks, appealWithin: markOf(w) } })
              }
            >
              {by ? `${date(by as Parameters<typeof date>[0])}: ${w.value} days` : `${w.value} days of the letter`}
            </Button>
            <Button size="compact-xs" variant="subtle" onClick={() => show(w)}>
              page {w.page}
              <span className="um-hidden">, where the letter says the time for an appeal</span>
            </Button>
          </div>
        );
      })}
      {coverage?.appeal && (
        <div className="um-practice-quiet">
          By the rule card: {coverage.appeal.name}, {coverage.appeal.window.value}{' '}
          {coverage.appeal.window.unit === 'businessDays' ? 'business' : 'calendar'} days
          {coverage.appeal.address && `, ${coverage.appeal.address}`}
        </div>
      )}
      {field('appealTo')}
      <ProblemLine message={message} />
      <div className="um-practice-actions">
        <Button
          type="submit"
          loading={busy}
          {...(problems.length > 0 ? { 'data-disabled': true, 'aria-disabled': true, title: problems.join(' ') } : {})}
        >
          {isNew ? 'Record the denial' : 'Record the letter'}
        </Button>
        {problems[0] && <span className="um-practice-quiet">{problems[0]}</span>}
      </div>
    </form>
  );
};

const Desk = ({ reading, documentId }: { readonly reading: DenialLetterReading; readonly documentId: string }) => {
  const [form, setForm] = useState(() => beginLetter(reading));
  const [place, setPlace] = useState<Place>();
  const change = (part: Partial<LetterForm>) => setForm((f) => ({ ...f, ...part }));
  return (
    <div className="um-letter">
      <Panel title="The letter">
        <PageViewer
          shelf={episodeShelf(reading.episodeId)}
          documentId={documentId}
          place={place}
          marked={(picked, close) => (
            <TakeAs
              picked={picked}
              take={(name) => {
                const { documentId: _d, ...mark } = picked;
                change({
                  [name]: takenValue(name, picked.quote),
                  marks: { ...form.marks, [name]: { ...mark, field: name } },
                });
                close();
              }}
            />
          )}
        />
      </Panel>
      <Panel title="What it says" flush>
        {reading.reading?.state !== 'read' && (
          <div className="um-practice-quiet" role="status" style={{ padding: '0.5rem 0.75rem' }}>
            {readingWords(reading.reading)} Suggestions come once it is read; you can type at once.
          </div>
        )}
        <Form reading={reading} documentId={documentId} form={form} change={change} show={setPlace} />
      </Panel>
    </div>
  );
};

/** A letter of denial beside the form for what it says. */
export const DenialLetterPage = () => {
  const { episodeId, documentId } = useParams({
    from: '/shell/practice/practice/episodes/$episodeId/documents/$documentId/denial',
  });
  const { data: reading, error, isPending, refetch } = useQuery(letterQuery(episodeId, documentId));
  return (
    <Page
      title={reading?.title ?? 'Letter of denial'}
      tabTitle="Letter of denial"
      actions={
        <Anchor renderRoot={(p) => <Link {...p} to="/practice/episodes/$episodeId" params={{ episodeId }} />}>
          Back to the episode
        </Anchor>
      }
    >
      {error && !reading && <FailedState error={error} retry={() => void refetch()} />}
      {isPending && <LoadingRows label="Loading the letter" />}
      {reading && <Desk reading={reading} documentId={documentId} />}
    </Page>
  );
};
