import { Anchor, Button } from '@mantine/core';
import type { TaskLine } from '@openum/http/contract/practice/request.ts';
import { Link } from '@tanstack/react-router';
import { useSession } from '../../api/session.ts';
import { DueTime } from '../../app/DueTime.tsx';
import { date, moment } from '../../app/format.ts';
import { ProblemLine } from '../ProblemLine.tsx';
import { usePracticeSend } from '../send.ts';
import { levelWord, money } from '../words.ts';
import { Where } from './Where.tsx';
import { areaWord, escalationWord, questionWord, taskWord } from './words.ts';

const Take = ({ task }: { readonly task: TaskLine }) => {
  const { actor } = useSession();
  const { send, busy, message } = usePracticeSend();
  if (task.taken && task.owner?.userId === actor.userId) return <span className="um-practice-quiet">Taken by you</span>;
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        loading={busy}
        onClick={() => void send(`/api/practice/episodes/${task.episodeId}/tasks`, { task: task.key })}
      >
        {task.taken ? 'Take over' : 'Take'}
      </Button>
      <ProblemLine message={message} />
    </>
  );
};

const TaskRow = ({ task }: { readonly task: TaskLine }) => {
  const { zone } = useSession();
  return (
    <tr data-risk={task.escalation === 'overdue' ? 'uncovered' : task.escalation === 'deputy' ? 'high' : undefined}>
      <td>
        {task.dueAt ? (
          <>
            <DueTime dueAt={task.dueAt} zone={zone} focusable />
            <div className="um-practice-quiet">{moment(task.dueAt, zone)}</div>
          </>
        ) : (
          <span className="um-practice-quiet">no date known</span>
        )}
      </td>
      <td>
        <Where task={task}>{taskWord[task.kind]}</Where>
        <div className="um-practice-quiet">
          {task.about.to ? `through ${date(task.about.to)}` : ''}
          {task.about.level ? ` level ${task.about.level}` : ''}
          {task.about.atStake ? ` ${money(task.about.atStake)}` : ''}
        </div>
        {task.unknown.length > 0 && (
          <div className="um-practice-quiet">Unknown: {task.unknown.map((q) => questionWord[q]).join('; ')}</div>
        )}
      </td>
      <td>
        <Anchor
          renderRoot={(p) => <Link {...p} to="/practice/episodes/$episodeId" params={{ episodeId: task.episodeId }} />}
        >
          {task.patientName}
        </Anchor>
        <div className="um-practice-quiet">
          {task.programmeName}, {levelWord(task.levelOfCare)}
        </div>
      </td>
      <td>{task.payerName}</td>
      <td>
        {task.owner?.name ?? <b className="um-practice-bad">Nobody</b>}
        {task.deputy && <div>and {task.deputy.name}</div>}
        <div className="um-practice-quiet">
          {areaWord[task.area]}
          {escalationWord[task.escalation] && `, ${escalationWord[task.escalation].toLowerCase()}`}
        </div>
      </td>
      <td>
        <Take task={task} />
      </td>
    </tr>
  );
};

const headings = ['Due', 'What', 'Patient', 'Payer', 'Owner', 'Act'] as const;

/** Tasks as a list, what is due first on top. */
export const TaskTable = ({ tasks }: { readonly tasks: readonly TaskLine[] }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  <section className="um-practice-scroll" aria-label="Tasks" tabIndex={0}>
    <table className="um-practice-table um-tasks" data-plain data-stack>
      <thead>
        <tr>
          {headings.map((h) => (
            <th key={h} scope="col">
              {h}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tasks.map((t) => (
          <TaskRow key={`${t.episodeId}${t.key}`} task={t} />
        ))}
      </tbody>
    </table>
  </section>
);
