import { Anchor } from '@mantine/core';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import { unopened } from './decisionProblems.ts';

/** Documents that the person has to open before a decision against the request; nothing while all were opened. */
export const EvidenceToOpen = () => {
  const { view, openDocument } = useDesk();
  const toOpen = unopened(view);
  if (toOpen.length === 0) return null;
  return (
    <div>
      <b>Evidence still to open</b> <small>(needed before any decision against the request)</small>
      <ul className={css.links} style={{ margin: '0.125rem 0 0', paddingInlineStart: '1.125rem' }}>
        {toOpen.map((d) => (
          <li key={d.documentId}>
            <Anchor component="button" type="button" ta="start" onClick={() => openDocument(d.documentId)}>
              {d.title}
            </Anchor>
          </li>
        ))}
      </ul>
    </div>
  );
};
