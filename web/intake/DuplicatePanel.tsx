import { Textarea } from '@mantine/core';
import { mayNot } from '@openum/domain/case/capability.ts';
import type { Refusal } from '@openum/domain/case/refusal.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ActButton } from '../app/ActButton.tsx';
import { moment } from '../app/format.ts';
import { spokenRefusal } from '../case/act/whyNot.ts';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { Panel } from '../case/Panel.tsx';
import { useAct } from './useAct.ts';

type Found = ReturnType<typeof useDesk>['view']['state']['possibleDuplicates'][number];

const said = (no: Refusal | undefined): string | undefined => no && spokenRefusal(no);

const Settle = ({ found }: { readonly found: Found }) => {
  const { view, actor } = useDesk();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const { act, busy, problem } = useAct();
  const with_ = (send: (words: string) => Promise<boolean>) => () => {
    if (reason.trim() === '') return setMissing(true);
    void send(reason.trim());
  };
  return (
    <>
      <Textarea
        label={`Is it the same as ${found.caseNumber}? Write why, or why not`}
        autosize
        minRows={1}
        maxLength={2000}
        value={reason}
        error={missing ? 'Write the reason.' : problem}
        onChange={(e) => {
          setMissing(false);
          setReason(e.currentTarget.value);
        }}
      />
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.375rem', marginBlockStart: '0.375rem' }}>
        <ActButton
          size="compact-sm"
          variant="default"
          loading={busy}
          why={said(mayNot('RuleOutDuplicate', actor, view.state))}
          onClick={with_((words) =>
            act(
              { type: 'RuleOutDuplicate', ofCaseId: found.caseId, reason: words },
              `Recorded: this is not ${found.caseNumber} again.`,
            ),
          )}
        >
          Not a duplicate
        </ActButton>
        <ActButton
          size="compact-sm"
          variant="default"
          color="red"
          loading={busy}
          why={said(mayNot('Void', actor, view.state))}
          hint={`This case is voided and points to ${found.caseNumber}; nothing is deleted`}
          onClick={with_((words) =>
            act(
              { type: 'Void', reason: words, duplicateOfCaseId: found.caseId },
              `Voided as a duplicate of ${found.caseNumber}.`,
            ),
          )}
        >
          It is a duplicate: void this case
        </ActButton>
      </div>
    </>
  );
};

/** Requests that may be this one again, with the reasons; what people said of each; and what was voided in favour of this case. */
export const DuplicatePanel = () => {
  const { view, zone } = useDesk();
  const { possibleDuplicates, voided } = view.state;
  const { duplicatesOfThis, duplicateOf } = view.intake;
  if (possibleDuplicates.length + duplicatesOfThis.length === 0 && !duplicateOf) return null;
  return (
    <Panel title="Duplicates" flush>
      <ul className={css.plain}>
        {duplicateOf && (
          <li className={css.row}>
            This case was voided as a duplicate of{' '}
            <Link to="/cases/$caseId" params={{ caseId: duplicateOf.caseId }}>
              {duplicateOf.caseNumber}
            </Link>
            : {voided?.reason}
          </li>
        )}
        {duplicatesOfThis.map((d) => (
          <li key={d.caseId} className={css.row}>
            <Link to="/cases/$caseId" params={{ caseId: d.caseId }}>
              {d.caseNumber}
            </Link>{' '}
            was voided as a duplicate of this case: {d.reason}
          </li>
        ))}
        {possibleDuplicates.map((d) => (
          <li key={d.caseId} className={css.row}>
            <div>
              <Link to="/cases/$caseId" params={{ caseId: d.caseId }}>
                {d.caseNumber}
              </Link>{' '}
              <span className="um-chip" data-tone={d.ruledOut || voided ? 'quiet' : 'waiting'}>
                {d.ruledOut ? 'Ruled out' : `Possible duplicate, ${d.score} of 100`}
              </span>
            </div>
            <div>{d.reasons.join(', ')}</div>
            {d.ruledOut ? (
              <div className={css.quiet}>
                {d.ruledOut.by}, {moment(d.ruledOut.at, zone)}: {d.ruledOut.reason}
              </div>
            ) : (
              !voided && <Settle found={d} />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
};
