import { Button, UnstyledButton } from '@mantine/core';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import type { PartPlace } from '@openum/domain/criteria/parts.ts';
import { count } from '../app/format.ts';
import { placeWords, type Shared } from './shared.ts';
import type { Path } from './tree.ts';

type Props = {
  readonly set: CriteriaSet;
  readonly shared: Shared;
  readonly chosen: Path;
  readonly disabled: boolean;
  readonly show: (place: PartPlace) => void;
  readonly free: () => void;
};

/** Says that a change counts in other places too, which they are, and lets the person part with them. */
export const SharedBox = ({ set, shared, chosen, disabled, show, free }: Props) => {
  const { node, path, others } = shared;
  const about = path.length === chosen.length ? 'This' : `It is part of “${node.label}”, which`;
  return (
    <div className="um-own-shared">
      <p>
        {others.length === 0
          ? `${about} may be shared: choose it under “Add a shared part” at another place.`
          : `${about} also stands in ${count(others.length, 'other place')}. A change here counts in each of them.`}
      </p>
      {others.length > 0 && (
        <details>
          <summary>Where</summary>
          <ul className="um-own-list">
            {others.map((p) => (
              <li key={`${p.place} ${p.path}`}>
                <UnstyledButton className="um-own-problem" onClick={() => show(p)}>
                  {placeWords(set, p)}
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </details>
      )}
      {!disabled && (
        <Button variant="default" size="compact-sm" onClick={free}>
          {others.length === 0 ? 'Do not share it' : 'Make it a copy of its own here'}
        </Button>
      )}
    </div>
  );
};
