import { Alert, Button, NativeSelect, Textarea } from '@mantine/core';
import type { FilePartView, SettleBody } from '@openum/http/contract/practice/payerFile.ts';
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

type ChoiceProps = {
  readonly fileId: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string; readonly act: SettleBody }[];
  /** What to choose, where nothing is chosen from the start. */
  readonly ask: string;
  readonly first?: string | undefined;
  readonly button: string;
};

/** A person says to what of the record a part of a file belongs. */
const Choice = ({ fileId, label, choices, ask, first = '', button }: ChoiceProps) => {
  const settle = useSettle(fileId);
  const [chosen, setChosen] = useState(first);
  const found = choices.find((c) => c.value === chosen);
  return (
    <div className="um-practice-form">
      <NativeSelect
        label={label}
        value={chosen}
        onChange={(e) => setChosen(e.currentTarget.value)}
        data={[
          ...(first ? [] : [{ value: '', label: ask }]),
          ...choices.map(({ value, label: text }) => ({ value, label: text })),
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
          why={found ? undefined : `${ask}.`}
          onClick={() => found && settle.mutate(found.act)}
        >
          {button}
        </ActButton>
      </div>
    </div>
  );
};

type MatchProps = { readonly fileId: string; readonly view: FilePartView };

/** An answer that named no request of ours: a person says which one it answers. */
export const Match = ({ fileId, view }: MatchProps) =>
  view.candidates.length === 0 ? (
    <p className="um-practice-quiet">No request of this practice waits for an answer.</p>
  ) : (
    <Choice
      fileId={fileId}
      label="It answers"
      ask="Choose a request"
      first={view.candidates.length === 1 ? view.candidates[0]?.submissionId : undefined}
      button="Record as its answer"
      choices={view.candidates.map((c) => ({
        value: c.submissionId,
        label: `${c.patientName}: ${submissionKindWord[c.kind].toLowerCase()}, ${levelWord(c.levelOfCare).toLowerCase()}, ${date(c.from)} to ${date(c.to)}`,
        act: { type: 'match', part: view.part, episodeId: c.episodeId, submissionId: c.submissionId },
      }))}
    />
  );

/** An answer about benefits that named nobody who is here: a person says whose they are. */
export const MatchBenefits = ({ fileId, view }: MatchProps) =>
  view.coverages.length === 0 ? (
    <p className="um-practice-quiet">Nobody at this practice has coverage by this payer.</p>
  ) : (
    <Choice
      fileId={fileId}
      label="It is about"
      ask="Choose a patient"
      button="Record as their benefits"
      choices={view.coverages.map((c) => ({
        value: c.coverageId,
        label: `${c.patientName}: ${c.payerName} ${c.memberNumber}`,
        act: { type: 'matchBenefits', part: view.part, episodeId: c.episodeId, coverageId: c.coverageId },
      }))}
    />
  );
