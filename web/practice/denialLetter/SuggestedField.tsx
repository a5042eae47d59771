import { Button, Textarea, TextInput } from '@mantine/core';
import type { LetterSuggestion } from '@openum/domain/denial/letter/suggest.ts';
import { type CalendarDate, isCalendarDateText } from '@openum/domain/time/instant.ts';
import { date } from '../../app/format.ts';
import { dayFields, type FilledField } from './form.ts';
import { letterFieldWord } from './words.ts';

const shown = ({ value }: LetterSuggestion): string =>
  isCalendarDateText(value) ? date(value as CalendarDate) : value;

const long: readonly FilledField[] = ['reason', 'criteria', 'appealTo'];

type Props = {
  readonly name: FilledField;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly suggestions: readonly LetterSuggestion[];
  readonly take: (suggestion: LetterSuggestion) => void;
  readonly show: (suggestion: LetterSuggestion) => void;
  /** Words of the letter stand behind the value. */
  readonly marked: boolean;
};

/** A field with what the letter seems to say to it; nothing stands there before a person takes it. */
export const SuggestedField = ({ name, value, change, suggestions, take, show, marked }: Props) => {
  const label = letterFieldWord[name];
  const common = { label, value, onChange: (e: { currentTarget: { value: string } }) => change(e.currentTarget.value) };
  return (
    <div>
      {long.includes(name) ? (
        <Textarea {...common} autosize minRows={1} maxRows={6} maxLength={name === 'reason' ? 4000 : 500} />
      ) : (
        <TextInput {...common} type={dayFields.includes(name) ? 'date' : 'text'} maxLength={100} />
      )}
      {marked && <div className="um-practice-quiet">Rests on words of the letter.</div>}
      {suggestions
        .filter((s) => s.value !== value)
        .slice(0, 3)
        .map((s) => (
          <div key={`${s.page} ${s.start}`} className="um-letter-suggestion">
            <Button size="compact-xs" variant="light" onClick={() => take(s)}>
              <span className="um-hidden">{label}: take over </span>
              {shown(s)}
            </Button>
            <Button size="compact-xs" variant="subtle" onClick={() => show(s)}>
              page {s.page}
              <span className="um-hidden">, where the letter says it of {label}</span>
            </Button>
          </div>
        ))}
    </div>
  );
};
