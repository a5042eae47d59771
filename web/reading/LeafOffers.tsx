import type { LeafFinding } from '@openum/domain/criteria/evaluation.ts';
import type { OfferedFact } from '@openum/http/contract/extraction.ts';
import { keyOf } from '../extraction/answer.ts';
import own from '../extraction/extraction.module.css';
import { OfferedRow } from '../extraction/OfferedRow.tsx';
import { offersFor } from './evidence.ts';
import css from './reading.module.css';

type Props = { readonly leaf: LeafFinding; readonly offers: readonly OfferedFact[] };

/** What was read from the documents for one point, for a person to take, correct or reject. */
export const LeafOffers = ({ leaf, offers }: Props) => {
  const here = offersFor(leaf, offers);
  if (here.length === 0) return null;
  return (
    <ul className={`${own.rows} ${css.offers}`} aria-label={`Read from the documents for: ${leaf.label}`}>
      {here.map((o) => (
        <OfferedRow key={keyOf(o)} offered={o} />
      ))}
    </ul>
  );
};
