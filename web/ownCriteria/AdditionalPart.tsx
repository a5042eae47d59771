import { Button, NativeSelect } from '@mantine/core';
import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { type TreePlace, withTreeAt } from '@openum/domain/criteria/trees.ts';
import type { ReactNode } from 'react';

type Props = {
  readonly set: CriteriaSet;
  /** Place of the approval in the list. */
  readonly at: number;
  readonly choose: (at: number) => void;
  readonly disabled: boolean;
  readonly change: (set: CriteriaSet) => void;
  /** The tree at a place, with what stands there when there is none. */
  readonly points: (place: TreePlace, empty: ReactNode) => ReactNode;
};

const emptyTree = { id: 'additional', label: 'What these services need in addition', all: [] };

/** Points that only some services need, on top of the tree: they belong to what is approved for them. */
export const AdditionalPart = ({ set, at, choose, disabled, change, points }: Props) => {
  const approval = set.approveFor[at];
  if (!approval)
    return (
      <section className="um-template-box um-own-part">
        <h2>Asked in addition</h2>
        <p>
          Some services need more than the tree asks, for example a portable unit beside a stationary one. Say under
          “Applies to, approves” what a met tree approves for them; then write here what it asks in addition.
        </p>
      </section>
    );
  const place: TreePlace = `requires${at}`;
  return (
    <>
      <div className="um-template-line um-own-part">
        <NativeSelect
          label="For what is approved as"
          value={String(at)}
          onChange={(e) => choose(Number(e.currentTarget.value))}
          data={set.approveFor.map((a, i) => ({
            value: String(i),
            label: `${a.label || `Approval ${i + 1}`}${a.requires ? '' : ' (nothing in addition)'}`,
          }))}
        />
        <span className="um-criteria-quiet">
          {approval.services
            ? `Only for ${approval.services.join(', ')}.`
            : 'For every service of the set: the points may as well stand in the tree itself.'}
        </span>
      </div>
      {points(
        place,
        <section className="um-template-box">
          <h2>Nothing is asked in addition</h2>
          <p>A met tree is enough for this approval.</p>
          {!disabled && (
            <Button
              variant="default"
              style={{ justifySelf: 'start' }}
              onClick={() => change(withTreeAt(set, place, emptyTree))}
            >
              Ask in addition
            </Button>
          )}
        </section>,
      )}
    </>
  );
};
