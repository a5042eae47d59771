import { Text } from '@mantine/core';
import { mayNot } from '@openum/domain/case/capability.ts';
import { openItems } from '@openum/domain/case/status.ts';
import { ActButton } from '../app/ActButton.tsx';
import { spokenRefusal } from '../case/act/whyNot.ts';
import { useDesk } from '../case/desk.ts';
import { Panel } from '../case/Panel.tsx';
import { useAct } from './useAct.ts';

/** The team, why it went there, and a way to let the rules look again. */
export const RoutingPanel = () => {
  const { view, actor } = useDesk();
  const { act, busy, problem } = useAct();
  const { routed, assignee } = view.state;
  if (!routed || openItems(view.state).length === 0) return null;
  const no = mayNot('RouteCase', actor, view.state);
  return (
    <Panel
      title={`Team ${routed.team.name}`}
      aside={
        <ActButton
          size="compact-sm"
          variant="default"
          loading={busy}
          why={no && spokenRefusal(no)}
          hint={
            assignee
              ? `To somebody else than ${assignee.name}, by the rules as they stand now`
              : 'By the rules as they stand now'
          }
          onClick={() => void act({ type: 'RouteAgain' }, 'The case was routed again.')}
        >
          Route again
        </ActButton>
      }
    >
      {routed.because}
      {problem && (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
    </Panel>
  );
};
