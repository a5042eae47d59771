import { Alert, Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { mayNot } from '@openum/domain/case/capability.ts';
import type { CaseItem } from '@openum/domain/case/state.ts';
import { type ReopeningGround, reopeningGrounds } from '@openum/domain/reopening/event.ts';
import { lastGrant, locksOn } from '@openum/domain/reopening/lock.ts';
import type { CommandBody } from '@openum/http/contract/case.ts';
import { useState } from 'react';
import { moment } from '../app/format.ts';
import { spokenRefusal } from '../case/act/whyNot.ts';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { Panel } from '../case/Panel.tsx';
import { reopeningWord } from '../case/timeline/reopening.ts';
import { useAct } from '../intake/useAct.ts';

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type FormProps = { readonly item: CaseItem; readonly grounds: readonly ReopeningGround[]; readonly close: () => void };

const ReopenForm = ({ item, grounds, close }: FormProps) => {
  const { view } = useDesk();
  const { act, busy, problem } = useAct();
  const [ground, setGround] = useState<ReopeningGround | ''>('');
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState<readonly string[]>([]);
  const missing =
    ground === ''
      ? 'Choose the ground.'
      : evidence.length === 0
        ? 'Name at least one document that shows it.'
        : reason.trim() === ''
          ? 'Write the reason.'
          : undefined;
  const send = async () => {
    if (missing || ground === '') return;
    const command: CommandBody = {
      type: 'ReopenItem',
      itemSequence: item.sequence,
      ground,
      reason: reason.trim(),
      evidence: [...evidence],
    };
    if (await act(command, `Item ${item.sequence} is open again.`)) close();
  };
  return (
    <div className={css.form}>
      {problem && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
      <NativeSelect
        label="Ground"
        value={ground}
        onChange={(e) => setGround(e.currentTarget.value as ReopeningGround | '')}
        data={[
          { value: '', label: 'Choose one' },
          ...grounds.map((value) => ({ value, label: sentenceCase(reopeningWord[value]) })),
        ]}
      />
      <Checkbox.Group label="Documents that show it" value={[...evidence]} onChange={setEvidence}>
        {view.state.documents.map((d) => (
          <Checkbox key={d.documentId} value={d.documentId} label={d.title} mt={6} />
        ))}
      </Checkbox.Group>
      <Textarea
        label="Reason"
        autosize
        minRows={2}
        maxLength={4000}
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem', alignItems: 'center' }}>
        <Button
          loading={busy}
          {...(missing ? { 'data-disabled': true, 'aria-disabled': true, title: missing } : {})}
          onClick={() => void send()}
        >
          Open item {item.sequence} again
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        {missing && <span className={css.quiet}>{missing}</span>}
      </div>
    </div>
  );
};

/** What was granted, what binds the plan to it, and the way to take it up again; nothing is drawn while nothing was granted. */
export const ReopeningPanel = () => {
  const { view, actor, zone } = useDesk();
  const [opened, setOpened] = useState<number>();
  const { state, approvalLocks, now } = view;
  const granted = state.items.filter((i) => i.determination && lastGrant(i));
  const mine = actor.roles.includes('medicalDirector');
  const shown = granted.filter((i) => mine || locksOn(approvalLocks, i.sequence, now).length > 0);
  if (shown.length === 0) return null;
  const no = mayNot('ReopenItem', actor, state);
  return (
    <Panel title="What the approval binds to">
      {shown.map((item) => {
        const locks = locksOn(approvalLocks, item.sequence, now);
        const grounds = reopeningGrounds.filter((g) => locks.every((l) => l.exceptions.includes(g)));
        const why = no ? spokenRefusal(no) : grounds.length === 0 ? 'The rule lets no ground pass.' : undefined;
        return (
          <div key={item.sequence} className={css.form}>
            <div>
              <b>
                Item {item.sequence}, {item.service.code}
              </b>
              {locks.length === 0 && ': no rule binds the plan beyond its decision.'}
            </div>
            {locks.map((l) => (
              <div key={l.ruleId}>
                Bound {l.until ? `until ${moment(l.until, zone)}` : 'without end'} ({l.citation}); taken up again only
                for{' '}
                {l.exceptions.length === 0
                  ? 'nothing'
                  : l.exceptions.map((e) => reopeningWord[e as ReopeningGround] ?? e).join(' or ')}
                .
              </div>
            ))}
            {opened === item.sequence && !why ? (
              <ReopenForm item={item} grounds={grounds} close={() => setOpened(undefined)} />
            ) : (
              <div>
                <Button
                  size="compact-sm"
                  variant="default"
                  {...(why ? { 'data-disabled': true, 'aria-disabled': true, title: why } : {})}
                  onClick={() => why === undefined && setOpened(item.sequence)}
                >
                  Open again…
                </Button>{' '}
                {why && <span className={css.quiet}>{why}</span>}
              </div>
            )}
          </div>
        );
      })}
    </Panel>
  );
};
