import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { retrospectiveReasonWord } from '../app/words.ts';
import { fieldId, type SectionProps } from './parts.ts';
import css from './request.module.css';

/** For care that has been given: why it is reviewed now, when it ended, and the claim. */
export const RetrospectiveSection = ({ draft, change, error }: SectionProps) => {
  const { retrospective: retro } = draft;
  const edit = (part: Partial<typeof retro>) => change({ retrospective: { ...retro, ...part } });
  return (
    <section className={css.section} aria-labelledby="retrospective">
      <h2 id="retrospective">Care that has been given</h2>
      <Checkbox
        label="The care is over: review it in retrospect"
        description="Only what was known when it was given counts; what is dated later is shown and decides nothing"
        checked={retro.on}
        onChange={(e) => edit({ on: e.currentTarget.checked })}
      />
      {retro.on && (
        <div className={css.two}>
          <NativeSelect
            id={fieldId('retrospective.reason')}
            label="Why it is reviewed now"
            required
            error={error('retrospective.reason')}
            value={retro.reason}
            onChange={(e) => edit({ reason: e.currentTarget.value as typeof retro.reason })}
            data={[
              { value: '', label: 'Choose one' },
              ...Object.entries(retrospectiveReasonWord).map(([value, label]) => ({ value, label })),
            ]}
          />
          <TextInput
            id={fieldId('retrospective.serviceEndedOn')}
            label="Last day of the care"
            type="date"
            required
            value={retro.endedOn}
            onChange={(e) => edit({ endedOn: e.currentTarget.value })}
            error={error('retrospective.serviceEndedOn')}
          />
          <TextInput
            id={fieldId('retrospective.claimNumber')}
            label="Claim number"
            required={retro.reason === 'deniedClaim'}
            maxLength={60}
            value={retro.claim}
            onChange={(e) => edit({ claim: e.currentTarget.value })}
            error={error('retrospective.claimNumber')}
          />
          <TextInput
            id={fieldId('retrospective.note')}
            label="Note"
            required={retro.reason === 'other'}
            maxLength={2000}
            value={retro.note}
            onChange={(e) => edit({ note: e.currentTarget.value })}
            error={error('retrospective.note')}
          />
        </div>
      )}
    </section>
  );
};
