import { Alert, Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type AnswerOutcome, answerOutcomes } from '@openum/domain/episode/record.ts';
import { atWallClock } from '@openum/domain/time/instant.ts';
import type { AnswerBody, RequestDesk } from '@openum/http/contract/practice/request.ts';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { usePracticeSend } from '../send.ts';
import { outcomeWord } from '../words.ts';

type Props = {
  readonly desk: RequestDesk;
  readonly submission: RequestDesk['submissions'][number];
  readonly close: () => void;
};

const grants: readonly AnswerOutcome[] = ['approved', 'partiallyApproved', 'modified'];
const refuses: readonly AnswerOutcome[] = ['denied', 'partiallyApproved', 'modified'];

/** What a payer said by telephone, fax, letter or on its own page. */
export const AnswerForm = ({ desk, submission: s, close }: Props) => {
  const { zone } = useSession();
  const { send, busy, message } = usePracticeSend();
  const [outcome, setOutcome] = useState<AnswerOutcome>('approved');
  const [v, setV] = useState({
    number: '',
    from: s.from as string,
    to: s.to as string,
    units: s.units === undefined ? '' : String(s.units),
    nextReviewOn: '',
    deniedFrom: s.from as string,
    deniedTo: s.to as string,
    appealBy: '',
    reason: '',
    wanted: '',
    spokeWith: '',
    reference: '',
    answeredAt: '',
  });
  const field = (name: keyof typeof v) => ({
    value: v[name],
    onChange: (e: { currentTarget: { value: string } }) => setV({ ...v, [name]: e.currentTarget.value }),
  });
  const granted = grants.includes(outcome);
  const refused = refuses.includes(outcome);
  const problems = [
    ...(granted && !v.number.trim() ? ['Enter the authorization number.'] : []),
    ...(granted && v.to < v.from ? ['The last authorized day lies before the first.'] : []),
    ...(granted && v.units !== '' && !/^[1-9]\d*$/.test(v.units) ? ['Units must be a whole number, one or more.'] : []),
    ...(refused && v.deniedTo < v.deniedFrom ? ['The last denied day lies before the first.'] : []),
    ...(outcome === 'rejected' && !v.reason.trim() ? ['Write why the payer could not take it.'] : []),
    ...(outcome === 'informationRequested' && !v.wanted.trim() ? ['Write what the payer wants.'] : []),
  ];
  const trimmed = (name: 'reason' | 'spokeWith' | 'reference') => (v[name].trim() ? { [name]: v[name].trim() } : {});
  const body = (): Omit<AnswerBody, 'commandId'> => ({
    expectedVersion: desk.version,
    outcome,
    ...trimmed('reason'),
    ...trimmed('spokeWith'),
    ...trimmed('reference'),
    ...(v.answeredAt ? { answeredAt: atWallClock(v.answeredAt, zone) } : {}),
    ...(outcome === 'informationRequested'
      ? {
          wanted: v.wanted
            .split('\n')
            .map((w) => w.trim())
            .filter((w) => w !== ''),
        }
      : {}),
    ...(granted
      ? {
          authorizations: [
            {
              number: v.number.trim(),
              from: v.from,
              to: v.to,
              ...(v.units ? { units: Number(v.units) } : {}),
              ...(v.nextReviewOn ? { nextReviewOn: v.nextReviewOn } : {}),
            },
          ],
        }
      : {}),
    ...(refused
      ? { denied: { from: v.deniedFrom, to: v.deniedTo, ...(v.appealBy ? { appealBy: v.appealBy } : {}) } }
      : {}),
  });
  return (
    <form
      className="um-practice-form"
      aria-label="Write down the answer"
      onSubmit={(e) => {
        e.preventDefault();
        if (problems.length > 0) return;
        void send(`/api/practice/episodes/${desk.episodeId}/requests/${s.submissionId}/answer`, body()).then(
          (ok) => ok && close(),
        );
      }}
    >
      <div className="um-practice-fields">
        <NativeSelect
          label="Answer"
          value={outcome}
          onChange={(e) => setOutcome(e.currentTarget.value as AnswerOutcome)}
          data={answerOutcomes.map((o) => ({ value: o, label: outcomeWord[o] }))}
        />
        <TextInput label="Spoke with" {...field('spokeWith')} />
        <TextInput label="Payer’s reference" {...field('reference')} />
        <TextInput type="datetime-local" label="When (empty: now)" {...field('answeredAt')} />
      </div>
      {granted && (
        <div className="um-practice-fields">
          <TextInput label="Authorization number" {...field('number')} />
          <TextInput type="date" label="Authorized from" {...field('from')} />
          <TextInput type="date" label="Authorized through" {...field('to')} />
          <TextInput label="Days or units" inputMode="numeric" {...field('units')} />
          <TextInput type="date" label="Next review" {...field('nextReviewOn')} />
        </div>
      )}
      {refused && (
        <div className="um-practice-fields">
          <TextInput type="date" label="Denied from" {...field('deniedFrom')} />
          <TextInput type="date" label="Denied through" {...field('deniedTo')} />
          <TextInput type="date" label="Appeal by (empty: by the rule card)" {...field('appealBy')} />
        </div>
      )}
      {outcome === 'informationRequested' ? (
        <Textarea label="What the payer wants, one thing a line" autosize minRows={2} {...field('wanted')} />
      ) : (
        <Textarea label="Reason, in the payer’s words" autosize minRows={2} {...field('reason')} />
      )}
      {message && (
        <Alert color="red" role="alert" variant="light">
          {message}
        </Alert>
      )}
      <div className="um-practice-actions">
        <Button
          type="submit"
          size="compact-sm"
          loading={busy}
          {...(problems.length > 0 ? { 'data-disabled': true, 'aria-disabled': true } : {})}
        >
          Write down
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={close}>
          Cancel
        </Button>
        <span className="um-practice-quiet">{problems[0]}</span>
      </div>
    </form>
  );
};
