import { type AiSuggestion, type Citation, citationsOf } from '@openum/domain/suggestion/suggestion.ts';
import type { SuggestionsOf } from '@openum/http/contract/suggestion.ts';
import { qualifierWords, valueWords } from '../case/criteria/factWords.ts';
import { useDesk } from '../case/desk.ts';
import { Quotes } from './Quotes.tsx';
import own from './suggestion.module.css';
import { sideWord } from './words.ts';

const tones = { supports: 'good', opposes: 'bad', question: 'waiting' } as const;

const Words = ({ s, criteria }: { readonly s: AiSuggestion; readonly criteria: SuggestionsOf['criteria'] }) => {
  const { view } = useDesk();
  switch (s.kind) {
    case 'factFromText': {
      const { key, value, at, qualifiers } = s.fact;
      const known = view.factLabels[key];
      const option = value.kind === 'code' ? known?.options?.find((o) => o.value === value.value)?.label : undefined;
      return (
        <div>
          {known?.label ?? key} <b>{option ?? valueWords(value)}</b>{' '}
          <span className={own.quiet}>
            {[at?.slice(0, 10) ?? 'undated', qualifierWords(qualifiers)].filter(Boolean).join(', ')}
          </span>
        </div>
      );
    }
    case 'criteriaSet':
      return (
        <div>
          Item {s.itemSequence}: <b>{criteria[s.criteriaId]?.name ?? s.criteriaId}</b>{' '}
          <span className={own.quiet}>{criteria[s.criteriaId]?.citation}</span>
          <div>{s.reason}</div>
        </div>
      );
    case 'informationRequest':
      return (
        <div>
          <span className={own.quiet}>Item {s.itemSequence}</span> {s.text}
        </div>
      );
    case 'briefNote':
      return (
        <div>
          <span className="um-chip" data-tone={tones[s.side]}>
            {sideWord[s.side]}
          </span>{' '}
          <span className={own.quiet}>Item {s.itemSequence}</span> {s.text}
        </div>
      );
    case 'letterDraft':
    case 'appealDraft':
      return <div>{s.text}</div>;
    case 'intakeField':
      return <div>{s.value}</div>;
    default: {
      const never: never = s;
      return never;
    }
  }
};

/** What is suggested, and the words of the record on which it rests. */
export const SuggestionBody = ({
  suggestion,
  criteria,
}: {
  readonly suggestion: AiSuggestion;
  readonly criteria: SuggestionsOf['criteria'];
}) => {
  const { view, openDocument } = useDesk();
  const show = ({ documentId, page, span }: Citation) =>
    openDocument(documentId, undefined, { page, start: span.from, end: span.to });
  const titleOf = (id: string) => view.state.documents.find((d) => d.documentId === id)?.title ?? 'Document';
  return (
    <>
      <Words s={suggestion} criteria={criteria} />
      <Quotes citations={citationsOf(suggestion)} titleOf={titleOf} show={show} />
    </>
  );
};
