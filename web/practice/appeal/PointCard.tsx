import { Anchor, Button, Textarea } from '@mantine/core';
import type { AppealDraft, AppealQuote } from '@openum/domain/denial/appeal/draft.ts';
import type { AppealDesk, AppealLeafView } from '@openum/http/contract/practice/appeal.ts';
import { sameQuote, withoutQuote, withPoint, withQuote } from './edit.ts';

type Show = (documentId: string, place: { page: number; start: number; end: number }) => void;

const Quote = ({
  quote,
  desk,
  show,
  children,
}: {
  readonly quote: AppealQuote;
  readonly desk: AppealDesk;
  readonly show: Show;
  readonly children: React.ReactNode;
}) => {
  const { from } = quote;
  const document = 'documentId' in from ? desk.documents.find((d) => d.documentId === from.documentId) : undefined;
  return (
    <li>
      <q>{quote.text.replace(/\s+/g, ' ')}</q>{' '}
      <span className="um-practice-quiet">
        {'source' in from ? (
          from.source
        ) : (
          <Anchor component="button" type="button" size="xs" onClick={() => show(from.documentId, from)}>
            {document?.title ?? 'Document'}, page {from.page}
          </Anchor>
        )}
      </span>{' '}
      {children}
    </li>
  );
};

type Props = {
  readonly desk: AppealDesk;
  readonly draft: AppealDraft;
  readonly point: AppealDraft['points'][number];
  readonly leaf: AppealLeafView | undefined;
  readonly isLocked: boolean;
  readonly change: (draft: AppealDraft) => void;
  readonly show: Show;
};

/** One point of the criteria: what is said to it, the words that show it, and what the payer may hold against it. */
export const PointCard = ({ desk, draft, point: p, leaf, isLocked, change, show }: Props) => {
  const more = (leaf?.supports ?? []).filter((q) => !p.quotes.some((x) => sameQuote(x, q)));
  const { leafId } = p;
  const isOpen = /\[[^\]]*\]/.test(p.statement);
  return (
    <article className="um-appeal-point" aria-label={p.label} data-open={isOpen || undefined}>
      <header className="um-practice-actions">
        <h3>{p.label}</h3>
        <span className="um-chip" data-tone={isOpen ? 'waiting' : p.quotes.length > 0 ? 'good' : 'quiet'}>
          {isOpen
            ? 'A clinician must add'
            : p.quotes.length > 0
              ? `Shown by ${p.quotes.length} of the record`
              : p.statement.trim()
                ? 'Said without a quote'
                : 'Left out'}
        </span>
      </header>
      {isLocked ? (
        p.statement && <p className="um-appeal-said">{p.statement}</p>
      ) : (
        <Textarea
          aria-label={`What we say to: ${p.label}`}
          placeholder="What a clinician says to this point. Empty, and without a quote: the point is left out."
          autosize
          minRows={1}
          maxRows={10}
          maxLength={10_000}
          value={p.statement}
          onChange={(e) => {
            const statement = e.currentTarget.value;
            change(withPoint(draft, leafId, (x) => ({ ...x, statement })));
          }}
        />
      )}
      {p.quotes.length > 0 && (
        <ul className="um-appeal-quotes" aria-label="Quotes in the letter">
          {p.quotes.map((q) => (
            <Quote key={`${q.text} ${JSON.stringify(q.from)}`} quote={q} desk={desk} show={show}>
              {!isLocked && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={`Take out: ${q.text.slice(0, 60)}`}
                  onClick={() => change(withoutQuote(draft, leafId, q))}
                >
                  Take out
                </Button>
              )}
            </Quote>
          ))}
        </ul>
      )}
      {more.length > 0 && !isLocked && (
        <details>
          <summary>{`${more.length} more in the record`}</summary>
          <ul className="um-appeal-quotes">
            {more.map((q) => (
              <Quote key={`${q.text} ${JSON.stringify(q.from)}`} quote={q} desk={desk} show={show}>
                <Button
                  size="compact-xs"
                  variant="light"
                  aria-label={`Put in: ${q.text.slice(0, 60)}`}
                  onClick={() => change(withQuote(draft, leafId, q))}
                >
                  Put in
                </Button>
              </Quote>
            ))}
          </ul>
        </details>
      )}
      {leaf && leaf.against.length > 0 && (
        <details>
          <summary className="um-practice-bad">{`The payer may hold ${leaf.against.length} against it`}</summary>
          <ul className="um-appeal-quotes">
            {leaf.against.map((q) => (
              <Quote key={`${q.text} ${JSON.stringify(q.from)}`} quote={q} desk={desk} show={show}>
                {null}
              </Quote>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
};
