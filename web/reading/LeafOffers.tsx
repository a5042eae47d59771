import { Anchor, Button } from '@mantine/core';
import type { LeafFinding } from '@openum/domain/criteria/evaluation.ts';
import type { OfferedFact } from '@openum/http/contract/extraction.ts';
import { useState } from 'react';
import { useDesk } from '../case/desk.ts';
import { samePlace } from '../document/pick.ts';
import { keyOf, placeOfOffer } from '../extraction/answer.ts';
import own from '../extraction/extraction.module.css';
import { OfferedRow } from '../extraction/OfferedRow.tsx';
import { offersFor } from './evidence.ts';
import css from './reading.module.css';

const atOnce = 5;

type Props = { readonly leaf: LeafFinding; readonly point: string; readonly offers: readonly OfferedFact[] };

/** What was read from the documents for one point: at the point on which one stands to be answered, at the others counted. */
export const LeafOffers = ({ leaf, point, offers }: Props) => {
  const { leafPath, goToLeaf, documentId, place } = useDesk();
  const [most, setMost] = useState(atOnce);
  const here = offersFor(leaf, offers);
  if (here.length === 0) return null;
  if (leafPath !== point)
    return (
      <Anchor component="button" type="button" size="xs" onClick={() => goToLeaf(point)}>
        {here.length === 1 ? '1 reading waits' : `${here.length} readings wait`} for an answer
        <span className="um-hidden">: {leaf.label}</span>
      </Anchor>
    );
  const isOpen = (o: OfferedFact) => o.fact.documentId === documentId && samePlace(placeOfOffer(o), place);
  const shown = here.filter((o, at) => at < most || isOpen(o));
  return (
    <ul className={`${own.rows} ${css.offers}`} aria-label={`Read from the documents for: ${leaf.label}`}>
      {shown.map((o) => (
        <OfferedRow key={keyOf(o)} offered={o} />
      ))}
      {here.length > shown.length && (
        <li className={own.row}>
          <Button size="compact-xs" variant="default" onClick={() => setMost(most + atOnce)}>
            Show more of {here.length}
          </Button>
        </li>
      )}
    </ul>
  );
};
