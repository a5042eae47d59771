import { Anchor, Button } from '@mantine/core';
import type { AgentId } from '@openum/domain/suggestion/agent.ts';
import { Link } from '@tanstack/react-router';
import { askItems } from '../case/act/askItems.ts';
import { useDesk } from '../case/desk.ts';
import own from './suggestion.module.css';

const mostShown = 3;

const Information = () => {
  const { view, openAct } = useDesk();
  const points = askItems(view.state.evaluations, view.state.items, view.intake.checklist);
  if (points.length === 0) return <>No point is unknown that could change the answer.</>;
  return (
    <>
      {points.slice(0, mostShown).map((p) => (
        <div key={p.text}>{p.text}</div>
      ))}
      {points.length > mostShown && <div>{`and ${points.length - mostShown} more`}</div>}
      <Button size="compact-xs" variant="default" mt={4} onClick={() => openAct('ask')}>
        Write the request
      </Button>
    </>
  );
};

const Criteria = () => {
  const { view } = useDesk();
  const { evaluations, items } = view.state;
  return items.map((i) => (
    <div key={i.sequence}>
      {`Item ${i.sequence}: `}
      {evaluations
        .filter((e) => e.itemSequence === i.sequence)
        .map((e) => e.criteria.name)
        .join(', ') || 'no set applies by its rules'}
    </div>
  ));
};

const Brief = () => {
  const { view } = useDesk();
  return (
    <>
      What speaks for and against, what nobody knows, and what to ask stand in{' '}
      <Anchor
        inherit
        underline="always"
        renderRoot={(props) => <Link {...props} to="/cases/$caseId/brief" params={{ caseId: view.caseId }} />}
      >
        the brief
      </Anchor>
      .
    </>
  );
};

const boxes: Partial<Record<AgentId, () => React.ReactNode>> = {
  extraction: () => <>What rules read stands under “Read from the documents”.</>,
  criteria: () => <Criteria />,
  information: () => <Information />,
  brief: () => <Brief />,
};

/** The same box without a model: what the rules say by themselves. */
export const FromRules = ({ agent }: { readonly agent: AgentId }) => {
  const box = boxes[agent];
  return box ? (
    <div className={own.quiet}>
      <b>From rules.</b> {box()}
    </div>
  ) : null;
};
