import { Button, Checkbox, Radio, Stack, Textarea } from '@mantine/core';
import { mayNot } from '@openum/domain/case/capability.ts';
import { type Part2Ground, part2Problem } from '@openum/domain/part2/part2.ts';
import { useState } from 'react';
import { ActButton } from '../app/ActButton.tsx';
import { moment } from '../app/format.ts';
import { spokenRefusal } from '../case/act/whyNot.ts';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { Panel } from '../case/Panel.tsx';
import { problemText } from '../case/problemText.ts';

const MarkForm = ({ close }: { readonly close: () => void }) => {
  const { view, send } = useDesk();
  const [marks, setMarks] = useState<'protected' | 'cleared'>(view.part2.ground ? 'cleared' : 'protected');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await send({
        type: 'MarkPart2',
        protected: marks === 'protected',
        reason: reason.trim(),
        ...(picked.length > 0 ? { documentIds: [...picked] } : {}),
      });
      close();
    } catch (e) {
      setProblem(problemText(e));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack gap="xs">
      <Radio.Group
        label="These are records of substance use treatment"
        value={marks}
        onChange={(v) => setMarks(v === 'cleared' ? v : 'protected')}
      >
        <Stack gap={4} mt={4}>
          <Radio value="protected" label="Yes, protected by 42 CFR Part 2" />
          <Radio value="cleared" label="No, take the mark away" />
        </Stack>
      </Radio.Group>
      {view.state.documents.length > 0 && (
        <Checkbox.Group
          label="Only these documents"
          description="None chosen: the whole case"
          value={[...picked]}
          onChange={setPicked}
        >
          <Stack gap={4} mt={4}>
            {view.state.documents.map((d) => (
              <Checkbox key={d.documentId} value={d.documentId} label={d.title} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <Textarea
        label="Reason"
        description="Which program gave the treatment, or why it is none"
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
      {problem && <p role="alert">{problem}</p>}
      <div className={css.panelActs}>
        <ActButton
          why={reason.trim() ? undefined : 'Write the reason first.'}
          loading={busy}
          onClick={() => void submit()}
        >
          Record
        </ActButton>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </Stack>
  );
};

/** Which records of the case are protected as substance use treatment, why, and who may open them. */
export const Part2Panel = () => {
  const { view, actor, zone } = useDesk();
  const [marking, setMarking] = useState(false);
  const { ground, documentIds, statement, rule } = view.part2;
  const no = mayNot('MarkPart2', actor, view.state);
  const closed = part2Problem(actor, rule);
  const because = (g: Part2Ground): string => {
    switch (g.kind) {
      case 'diagnosis':
        return `Diagnosis ${g.code} points to treatment of substance use.`;
      case 'service':
        return `Service ${g.code} is treatment of substance use.`;
      case 'levelOfCare':
        return 'The level of care is treatment of substance use.';
      case 'person':
        return `${g.by}, ${moment(g.at, zone)}: ${g.reason}`;
    }
  };
  const titles = view.state.documents.filter((d) => documentIds.includes(d.documentId)).map((d) => d.title);
  return (
    <Panel
      title="Protected records"
      aside={
        <ActButton size="compact-sm" variant="default" why={no && spokenRefusal(no)} onClick={() => setMarking(true)}>
          {statement ? 'Change the mark' : 'Mark'}
        </ActButton>
      }
    >
      {statement ? (
        <>
          <p>
            <span className="um-chip" data-tone="waiting">
              42 CFR Part 2
            </span>{' '}
            {ground ? because(ground) : `Of this case: ${titles.join(', ')}.`}
          </p>
          <p className={css.quiet}>
            {closed ? `${spokenRefusal(closed)} ` : ''}Letters to others than the member, and the proof pack, say: “
            {statement}”
          </p>
        </>
      ) : (
        <p className={css.quiet}>Nothing in this case is marked as substance use treatment (42 CFR Part 2).</p>
      )}
      {marking && <MarkForm close={() => setMarking(false)} />}
    </Panel>
  );
};
