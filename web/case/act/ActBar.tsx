import { Button, Tooltip } from '@mantine/core';
import { refusalSentence } from '@openum/domain/case/refusal.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { qualificationProblem } from '@openum/domain/determination/guard.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import { useId } from 'react';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import { type ActId, actProblem, acts } from './acts.ts';
import { whyNotFor } from './whyNot.ts';

const groups: readonly (readonly ActId[])[] = [
  ['approve', 'ask', 'refer', 'intent', 'offerTalk', 'decide'],
  ['claim', 'release', 'assign', 'receive', 'referCaseManagement'],
  ['note', 'urgency', 'correctReceipt', 'withdraw', 'void'],
];

const ActButton = ({ id, run }: { readonly id: ActId; readonly run: (id: ActId) => void }) => {
  const { view, actor, act } = useDesk();
  const whyNot = whyNotFor(view, actor)(id);
  const describedBy = useId();
  const { label, key } = acts[id];
  const limited =
    id === 'decide' && !whyNot
      ? qualificationProblem(actor, view.state, view.reviewerRequirement, view.now as Instant)
      : undefined;
  const hint = whyNot ?? (limited && `You may approve only. ${refusalSentence(limited)}`);
  const button = (
    <Button
      size="compact-sm"
      variant={act === id ? 'filled' : 'default'}
      aria-pressed={id === 'claim' ? undefined : act === id}
      aria-keyshortcuts={key}
      {...(whyNot ? { 'data-disabled': true, 'aria-disabled': true } : {})}
      {...(hint ? { 'aria-describedby': describedBy } : {})}
      data-act={id}
      onClick={() => whyNot === undefined && run(id)}
    >
      {label}
      {key && (
        <kbd className={css.kbd} aria-hidden>
          {key}
        </kbd>
      )}
    </Button>
  );
  if (!hint) return button;
  return (
    <>
      <Tooltip label={hint} multiline maw={320} withinPortal={false}>
        {button}
      </Tooltip>
      <span id={describedBy} className="um-hidden">
        {hint}
      </span>
    </>
  );
};

/** Ending what is covered: of a stay, or of something that is authorized. On other cases there is nothing to end. */
const endings = (c: Case): readonly ActId[] => [
  ...(c.stay ? (['planEnd'] as const) : []),
  ...(c.items.some((i) => i.determination && 'authorized' in i.determination) ? (['reduce'] as const) : []),
];

/** Everything that can be done with a case; what may not be done now says why, what others do stands apart. */
export const ActBar = ({ run }: { readonly run: (id: ActId) => void }) => {
  const { view, actor } = useDesk();
  const ofOthers = (id: ActId): boolean => actProblem(id, actor, view.state)?.code === 'roleMissing';
  const all = [...groups, endings(view.state)];
  const others = all.flat().filter(ofOthers);
  return (
    <section className={css.bar} aria-label="Actions on this case">
      {all
        .map((ids) => ids.filter((id) => !ofOthers(id)))
        .filter((ids) => ids.length > 0)
        .map((ids) => (
          <div key={ids[0]} className={css.barGroup}>
            {ids.map((id) => (
              <ActButton key={id} id={id} run={run} />
            ))}
          </div>
        ))}
      {others.length > 0 && (
        <details className={css.barOthers}>
          <summary>For other roles ({others.length})</summary>
          <div className={css.barGroup}>
            {others.map((id) => (
              <ActButton key={id} id={id} run={run} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
};
