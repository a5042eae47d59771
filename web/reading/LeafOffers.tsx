import { Anchor } from '@mantine/core';
import type { LeafFinding } from '@openum/domain/criteria/evaluation.ts';
import type { OfferedFact } from '@openum/http/contract/extraction.ts';
import { useDesk } from '../case/desk.ts';
import { keyOf } from '../extraction/answer.ts';
import own from '../extraction/extraction.module.css';
import { OfferedRow } from '../extraction/OfferedRow.tsx';
import { offersFor } from './evidence.ts';
import css from './reading.module.css';

type Props = { readonly leaf: LeafFinding; readonly point: string; readonly offers: readonly OfferedFact[] };

/** What was read from the documents for one point: at the point on which one stands to be answered, at the others counted. */
export const LeafOffers = ({ leaf, point, offers }: Props) => {
  const { leafPath, goToLeaf } = useDesk();
  const here = offersFor(leaf, offers);
  if (here.length === 0) return null;
  if (leafPath !== point)
    return (
      <Anchor component="button" type="button" size="xs" onClick={() => goToLeaf(point)}>
        {here.length === 1 ? '1 reading waits' : `${here.length} readings wait`} for an answer
        <span className="um-hidden">: {leaf.label}</span>
      </Anchor>
    );
  return (
    <ul className={`${own.rows} ${css.offers}`} aria-label={`Read from the documents for: ${leaf.label}`}>
      {here.map((o) => (
        <OfferedRow key={keyOf(o)} offered={o} />
      ))}
    </ul>
  );
};
