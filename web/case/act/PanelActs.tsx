import { Button } from '@mantine/core';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import type { ActId } from './acts.ts';
import { whyNotFor } from './whyNot.ts';

/** The acts of one panel of the case page; what may not be done now stays in sight and says why. */
export const PanelActs = ({ acts }: { readonly acts: readonly (readonly [id: ActId, label: string])[] }) => {
  const { view, actor, openAct } = useDesk();
  const whyNot = whyNotFor(view, actor);
  return (
    <div className={css.panelActs}>
      {acts.map(([id, label]) => {
        const no = whyNot(id);
        return (
          <Button
            key={id}
            size="compact-xs"
            variant="default"
            data-act={id}
            {...(no ? { 'data-disabled': true, 'aria-disabled': true, title: no } : {})}
            onClick={() => no === undefined && openAct(id)}
          >
            {label}
          </Button>
        );
      })}
    </div>
  );
};
