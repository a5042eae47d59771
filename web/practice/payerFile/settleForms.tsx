import { Alert, Button, NativeSelect, Textarea } from '@mantine/core';
import type { FilePartView } from '@openum/http/contract/practice/payerFile.ts';
import { useState } from 'react';
import { ActButton } from '../../app/ActButton.tsx';
import { date } from '../../app/format.ts';
import { problemText } from '../../case/problemText.ts';
import { ProblemLine } from '../ProblemLine.tsx';
import { levelWord, submissionKindWord } from '../words.ts';
import { useSettle } from './queries.ts';

/** Nothing more is done with it; the reason stays. */
export const SetAside = ({ fileId, part }: { readonly fileId: string; readonly part: number }) => {
  const settle = useSettle(fileId);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  if (!open)
    return (
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        Set aside
      </Button>
    );
  const why = reason.trim() ? undefined : 'Write why it is set aside.';
  return (
    <form
      className="um-practice-form um-file-aside"
      aria-label="Set aside"
      onSubmit={(e) => {
        e.preventDefault();
        if (!why) settle.mutate({ type: 'setAside', part, reason: reason.trim() });
      }}
    >
      <Textarea label="Why" autosize minRows={1} value={reason} onChange={(e) => setReason(e.currentTarget.value)} />
      <ProblemLine message={settle.isError ? problemText(settle.error) : undefined} />
      <div className="um-practice-actions">
        <Button
          type="submit"
          size="compact-sm"
          loading={settle.isPending}
          {...(why ? { 'data-disabled': true, 'aria-disabled': true, title: why } : {})}
        >
          Set aside
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </form>
  );
};

/** An answer that named no request of ours: a person says which one it answers. */
export const Match = ({ fileId, view }: { readonly fileId: string; readonly view: FilePartView }) => {
  const settle = useSettle(fileId);
  const [chosen, setChosen] = useState(view.candidates[0]?.submissionId ?? '');
  const found = view.candidates.find((c) => c.submissionId === chosen);
  if (view.candidates.length === 0)
    return <p className="um-practice-quiet">No request of this practice waits for an answer.</p>;
  return (
    <div className="um-practice-form">
      <NativeSelect
        label="It answers"
        value={chosen}
        onChange={(e) => setChosen(e.currentTarget.value)}
        data={view.candidates.map((c) => ({
          value: c.submissionId,
          label: `${c.patientName}: ${submissionKindWord[c.kind].toLowerCase()}, ${levelWord(c.levelOfCare).toLowerCase()}, ${date(c.from)} to ${date(c.to)}`,
        }))}
      />
      <ProblemLine message={settle.isError ? problemText(settle.error) : undefined} />
      {settle.data && !settle.data.recorded && (
        <Alert color="orange" role="alert" variant="light">
          {settle.data.text}
        </Alert>
      )}
      <div className="um-practice-actions">
        <ActButton
          size="compact-sm"
          loading={settle.isPending}
          why={found ? undefined : 'Choose a request.'}
          onClick={() =>
            found &&
            settle.mutate({
              type: 'match',
              part: view.part,
              episodeId: found.episodeId,
              submissionId: found.submissionId,
            })
          }
        >
          Record as its answer
        </ActButton>
      </div>
    </div>
  );
};

/** An answer about benefits that named nobody who is here: a person says whose they are. */
export const MatchBenefits = ({ fileId, view }: { readonly fileId: string; readonly view: FilePartView }) => {
  const settle = useSettle(fileId);
  const [chosen, setChosen] = useState('');
  const found = view.coverages.find((c) => c.coverageId === chosen);
  return (
    <div className="um-practice-form">
      <NativeSelect
        label="It is about"
        value={chosen}
        onChange={(e) => setChosen(e.currentTarget.value)}
        data={[
          { value: '', label: 'Choose a patient' },
          ...view.coverages.map((c) => ({
            value: c.coverageId,
            label: `${c.patientName}: ${c.payerName} ${c.memberNumber}`,
          })),
        ]}
      />
      <ProblemLine message={settle.isError ? problemText(settle.error) : undefined} />
      {settle.data && !settle.data.recorded && (
        <Alert color="orange" role="alert" variant="light">
          {settle.data.text}
        </Alert>
      )}
      <div className="um-practice-actions">
        <ActButton
          size="compact-sm"
          loading={settle.isPending}
          why={found ? undefined : 'Choose a patient.'}
          onClick={() =>
            found &&
            settle.mutate({
              type: 'matchBenefits',
              part: view.part,
              episodeId: found.episodeId,
              coverageId: found.coverageId,
            })
          }
        >
          Record as their benefits
        </ActButton>
      </div>
    </div>
  );
};
