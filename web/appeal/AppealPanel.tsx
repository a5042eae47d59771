import { Anchor } from '@mantine/core';
import { appealableItems, appealStatus } from '@openum/domain/appeal/appeal.ts';
import { Link } from '@tanstack/react-router';
import { DueTime } from '../app/DueTime.tsx';
import { date, moment } from '../app/format.ts';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { Panel } from '../case/Panel.tsx';
import { AppealChip } from './Chip.tsx';

/** The appeals on the page of the case: where each stands, and the way to its own page. */
export const AppealPanel = () => {
  const { view, zone } = useDesk();
  const { state, receipts } = view;
  if (state.appeals.length === 0 && state.reconsiderations.length === 0 && appealableItems(state).length === 0)
    return null;
  const link = (
    <Anchor
      renderRoot={(props) => (
        <Link {...props} to="/cases/$caseId/appeals" params={{ caseId: view.caseId }} search={{}} />
      )}
    >
      {state.appeals.length === 0 ? 'File an appeal' : 'Open'}
    </Anchor>
  );
  return (
    <Panel title={`Appeals (${state.appeals.length})`} aside={link} flush>
      {state.appeals.map((a) => {
        const due = receipts
          .filter((r) => r.metAt === undefined && a.clocks.some((k) => k.clockId === r.clockId))
          .toSorted((x, y) => (x.dueAt < y.dueAt ? -1 : 1))[0];
        return (
          <div key={a.appealId} className={css.row}>
            <AppealChip status={appealStatus(state, a)} /> {a.levelName}, {a.number}{' '}
            {due && <DueTime dueAt={due.dueAt} zone={zone} ruleId={due.ruleId} focusable />}
            <div className={css.quiet}>
              Received {moment(a.receivedAt, zone)}
              {a.filedBy && ` from ${a.filedBy.name}`}
            </div>
            {a.aid?.granted && !a.aidEnded && (
              <div>Care goes on{a.aid.period && ` from ${date(a.aid.period.start)}`} while the appeal is decided.</div>
            )}
          </div>
        );
      })}
      {state.appeals.length === 0 && <div className={css.row}>Nobody has appealed.</div>}
      {state.reconsiderations.map((r) => (
        <div key={r.reconsiderationId} className={css.row}>
          Reconsideration asked by {r.requestedBy}, {r.decided ? 'answered' : 'to be answered'}
        </div>
      ))}
    </Panel>
  );
};
