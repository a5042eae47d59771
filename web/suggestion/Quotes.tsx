import { Anchor } from '@mantine/core';
import type { Citation } from '@openum/domain/suggestion/suggestion.ts';
import own from './suggestion.module.css';

type Props = {
  readonly citations: readonly Citation[];
  readonly titleOf: (documentId: string) => string;
  /** Shows the words on their page, here or at an address of its own. */
  readonly show?: (citation: Citation) => void;
  readonly hrefOf?: (citation: Citation) => string;
};

/** The words on which a suggestion rests, each with its page. */
export const Quotes = ({ citations, titleOf, show, hrefOf }: Props) => (
  <>
    {citations.map((c) => {
      const place = `${titleOf(c.documentId)}, page ${c.page}`;
      return (
        <div key={`${c.documentId} ${c.page} ${c.span.from}`} className={own.quote}>
          {show ? (
            <Anchor component="button" type="button" size="xs" ta="start" onClick={() => show(c)}>
              {place}
            </Anchor>
          ) : hrefOf ? (
            <a href={hrefOf(c)} target="_blank" rel="noreferrer">
              {place}
            </a>
          ) : (
            <span>{place}</span>
          )}
          <span>“{c.quote.replace(/\s+/g, ' ')}”</span>
        </div>
      );
    })}
  </>
);
