import { NativeSelect, TextInput } from '@mantine/core';
import { spokenUnit } from '@openum/domain/logic/unit.ts';
import { type AnswerDraft, type Ask, askKey, asksOf } from './form.ts';
import { fieldId, type SectionProps } from './parts.ts';
import css from './request.module.css';

const none: AnswerDraft = { value: '', at: '' };
const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

const Question = ({ ask, draft, change, error }: SectionProps & { readonly ask: Ask }) => {
  const key = askKey(ask);
  const answer = draft.answers[key] ?? none;
  const edit = (part: Partial<AnswerDraft>) => change({ answers: { ...draft.answers, [key]: { ...answer, ...part } } });
  const id = fieldId(`facts.${key}`);
  const options = ask.kind === 'boolean' ? yesNo : ask.options;
  const unit = ask.unit ? spokenUnit(ask.unit) : '';
  return (
    <div className={css.ask}>
      <label htmlFor={id}>
        {ask.label}
        {unit && <span className={css.quiet}> in {unit}</span>}
      </label>
      {options ? (
        <NativeSelect
          id={id}
          value={answer.value}
          onChange={(e) => edit({ value: e.currentTarget.value })}
          data={[{ value: '', label: 'Unknown' }, ...options]}
        />
      ) : (
        <TextInput
          id={id}
          type={ask.kind === 'date' ? 'date' : 'text'}
          inputMode={ask.kind === 'quantity' ? 'decimal' : 'text'}
          placeholder={ask.kind === 'date' ? '' : 'Unknown'}
          value={answer.value}
          onChange={(e) => edit({ value: e.currentTarget.value })}
          error={error(`facts.${key}`)}
        />
      )}
      {ask.kind === 'date' ? (
        <span />
      ) : (
        <TextInput
          type="date"
          aria-label={`Date of: ${ask.label}`}
          value={answer.at}
          onChange={(e) => edit({ at: e.currentTarget.value })}
        />
      )}
    </div>
  );
};

/** What the criteria of the chosen services read. Nobody has to answer. */
export const QuestionsSection = (props: SectionProps) => {
  const asks = asksOf(props.draft.items);
  if (asks.length === 0) return null;
  const answered = asks.filter((a) => (props.draft.answers[askKey(a)]?.value ?? '') !== '').length;
  return (
    <section className={css.section} aria-labelledby="questions">
      <h2 id="questions">Clinical questions (optional)</h2>
      <div>
        These are what the criteria for the chosen services look at. Answer what you know, with the date it was measured
        or found. What stays empty stays unknown: it is never taken as a no, and a reviewer may ask for it.
      </div>
      <details open={asks.length <= 12}>
        <summary style={{ cursor: 'pointer' }}>
          {answered} of {asks.length} answered
        </summary>
        {asks.map((ask) => (
          <Question key={askKey(ask)} {...props} ask={ask} />
        ))}
      </details>
    </section>
  );
};
