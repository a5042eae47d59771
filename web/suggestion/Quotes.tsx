import { Anchor } from '@mantine/core';
import type { Citation } from '@openum/domain/suggestion/suggestion.ts';
import own from './suggestion.module.css';

type Props = {
  readonly citations: readonly Citation[];
  readonly titleOf: (documentId: string) => string;
  /** Absent where the words cannot be shown on their page. */
  readonly show?: (citation: Citation) => void;
};

/** The words on which a suggestion rests, each with its page. */
export const Quotes = ({ citations, titleOf, show }: Props) => (
  <>
    {citations.map((c) => {
      const place = `${titleOf(c.documentId)}, page ${c.page}`;
      return (
        <div key={`${c.documentId} ${c.page} ${c.span.from}`} className={own.quote}>
          {show ? (
            <Anchor component="button" type="button" size="xs" ta="start" onClick={() => show(c)}>
              {place}
            </Anchor>
          ) : (
            <span>{place}</span>
          )}
          <span>“{c.quote.replace(/\s+/g, ' ')}”</span>
        </div>
      );
    })}
  </>
);
