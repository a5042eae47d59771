import type { LevelRule } from '@openum/domain/payer/card.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { levelWord } from '../words.ts';
import { SaidField } from './SaidField.tsx';
import { ChoiceField, DurationField, LinesField, NumberField, WordField } from './valueFields.tsx';
import { withPart } from './withPart.ts';
import { needWords } from './words.ts';

type LevelProps = {
  readonly rule: LevelRule;
  readonly today: CalendarDate;
  readonly change: (rule: LevelRule) => void;
};

/** What a payer wants for one level of care. */
export const LevelFields = ({ rule, today, change }: LevelProps) => {
  const part =
    <K extends Exclude<keyof LevelRule, 'levelOfCare'>>(key: K) =>
    (said: LevelRule[K] | undefined) =>
      change(withPart(rule, key, said));
  return (
    <section aria-label={levelWord(rule.levelOfCare)}>
      <h2>{levelWord(rule.levelOfCare)}</h2>
      <SaidField
        label="Authorization"
        said={rule.authorization}
        begin="required"
        today={today}
        change={part('authorization')}
      >
        {(value, set) => <ChoiceField label="Need" value={value} set={set} words={needWords} />}
      </SaidField>
      <SaidField
        label="First authorization"
        said={rule.initialDays}
        begin={5}
        today={today}
        change={part('initialDays')}
      >
        {(value, set) => <NumberField label="Days" value={value} set={set} />}
      </SaidField>
      <SaidField
        label="Each later authorization"
        said={rule.reviewIntervalDays}
        begin={5}
        today={today}
        change={part('reviewIntervalDays')}
      >
        {(value, set) => <NumberField label="Days" value={value} set={set} />}
      </SaidField>
      <SaidField
        label="Next request before the end"
        said={rule.leadTime}
        begin={{ value: 1, unit: 'businessDays' }}
        today={today}
        change={part('leadTime')}
      >
        {(value, set) => <DurationField label="Lead time" value={value} set={set} />}
      </SaidField>
      <SaidField label="Criteria" said={rule.criteria} begin="" today={today} change={part('criteria')}>
        {(value, set) => <WordField label="Name and version" value={value} set={set} />}
      </SaidField>
      <SaidField label="What they want to read" said={rule.wants} begin={[]} today={today} change={part('wants')}>
        {(value, set) => <LinesField label="One thing on each line" value={value} set={set} />}
      </SaidField>
    </section>
  );
};
