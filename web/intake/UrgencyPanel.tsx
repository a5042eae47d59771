import { mayNot } from '@openum/domain/case/capability.ts';
import { ActButton } from '../app/ActButton.tsx';
import { spokenRefusal } from '../case/act/whyNot.ts';
import css from '../case/case.module.css';
import { useDesk } from '../case/desk.ts';
import { Panel } from '../case/Panel.tsx';

/** Facts that speak for expedited review of a standard request. A person decides. */
export const UrgencyPanel = () => {
  const { view, actor, openAct } = useDesk();
  const { urgency } = view.intake;
  if (urgency.length === 0) return null;
  const no = mayNot('SetUrgency', actor, view.state);
  return (
    <Panel
      title="May have to be expedited"
      aside={
        <ActButton size="compact-sm" variant="default" why={no && spokenRefusal(no)} onClick={() => openAct('urgency')}>
          Set urgency
        </ActButton>
      }
    >
      <ul style={{ margin: 0, paddingInlineStart: '1.125rem' }}>
        {urgency.map((u) => (
          <li key={u.id}>
            {u.reason} <span className={css.quiet}>{u.citation}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
