import { ActionIcon, Alert, Button, Kbd } from '@mantine/core';
import { IconPrinter, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { sendCommand } from '../api/command.ts';
import { useSession } from '../api/session.ts';
import { ActButton } from '../app/ActButton.tsx';
import { useKeys } from '../app/keys.ts';
import { FailedState, LoadingRows } from '../app/states.tsx';
import { BriefSheet } from '../brief/BriefSheet.tsx';
import { useBrief } from '../brief/useBrief.ts';
import { problemText } from '../case/problemText.ts';
import { HandOver } from './HandOver.tsx';
import { type QueueRow, whyNotTake } from './queue.ts';

const handOverRoles = ['medicalDirector', 'umDirector', 'umCoordinator'];

/** The brief of the open case, with what is done with it from here. */
export const QueuePane = ({ item, close }: { readonly item: QueueRow; readonly close: () => void }) => {
  const { actor } = useSession();
  const brief = useBrief(item.row.caseId);
  const [handing, setHanding] = useState(false);
  const [said, setSaid] = useState<{ readonly text: string; readonly bad: boolean }>();
  const why = whyNotTake(item, actor);
  const mayHand = actor.roles.some((r) => handOverRoles.includes(r));
  const take = async () => {
    if (why) return setSaid({ text: why, bad: false });
    try {
      await sendCommand(
        { caseId: item.row.caseId, version: brief.data?.brief.version ?? item.row.version },
        { type: 'AssignPhysician', because: 'taken' },
      );
      setSaid({ text: `Case ${item.row.caseNumber} is yours.`, bad: false });
    } catch (error) {
      setSaid({ text: problemText(error), bad: true });
    }
  };
  useKeys({
    t: () => void take(),
    h: () => mayHand && setHanding(true),
    Escape: handing ? () => setHanding(false) : close,
  });
  return (
    <section className="um-queue-pane" aria-label={`Brief of case ${item.row.caseNumber}`}>
      <div className="um-brief-actions um-queue-acts">
        <h2>Case {item.row.caseNumber}</h2>
        <Button renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId: item.row.caseId }} />}>
          Open and decide
        </Button>
        <ActButton why={why} variant="default" rightSection={<Kbd size="xs">t</Kbd>} onClick={() => void take()}>
          Take
        </ActButton>
        <ActButton
          why={mayHand ? undefined : 'This needs the role of a physician, coordinator or director.'}
          variant="default"
          rightSection={<Kbd size="xs">h</Kbd>}
          onClick={() => setHanding(!handing)}
        >
          Hand over
        </ActButton>
        <Button
          variant="default"
          leftSection={<IconPrinter size={15} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/cases/$caseId/brief" params={{ caseId: item.row.caseId }} />}
        >
          Print
        </Button>
        <ActionIcon variant="subtle" aria-label="Close the brief" onClick={close}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </div>
      <div aria-live="polite">
        {said && (
          <Alert color={said.bad ? 'red' : 'gray'} mb="xs" py={6}>
            {said.text}
          </Alert>
        )}
      </div>
      {handing && brief.data && (
        <HandOver
          view={brief.data}
          close={() => setHanding(false)}
          done={(text) => {
            setHanding(false);
            setSaid({ text, bad: false });
          }}
        />
      )}
      {brief.isPending && <LoadingRows label="Loading the brief" />}
      {brief.isError && <FailedState error={brief.error} retry={() => void brief.refetch()} />}
      {brief.data && <BriefSheet view={brief.data} />}
    </section>
  );
};
