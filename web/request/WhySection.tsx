import { Checkbox, NativeSelect, Radio, Textarea } from '@mantine/core';
import type { Urgency } from '@openum/domain/case/request.ts';
import type { RequestDraft } from './form.ts';
import { fieldId, type SectionProps } from './parts.ts';
import css from './request.module.css';

/** Urgency and the provider's reasons. */
export const WhySection = ({ draft, change, error }: SectionProps) => (
  <section className={css.section} aria-labelledby="why">
    <h2 id="why">Urgency and reasons</h2>
    <Radio.Group label="Urgency" value={draft.urgency} onChange={(v) => change({ urgency: v as Urgency })}>
      <div style={{ display: 'flex', gap: '1.25rem', marginTop: 4 }}>
        <Radio value="standard" label="Standard" />
        <Radio value="expedited" label="Expedited" />
      </div>
    </Radio.Group>
    {draft.urgency === 'expedited' && (
      <>
        <Textarea
          id={fieldId('urgencyBasis')}
          label="Why it cannot wait"
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={draft.urgencyBasis}
          onChange={(e) => change({ urgencyBasis: e.currentTarget.value })}
          error={error('urgencyBasis')}
        />
        {draft.channel !== '' && (
          <NativeSelect
            label="Who asks for it"
            description="A physician's request to expedite may not be refused (42 CFR 422.570(c)(2)(ii))"
            value={draft.requestedBy}
            onChange={(e) => change({ requestedBy: e.currentTarget.value as RequestDraft['requestedBy'] })}
            data={[
              { value: 'physician', label: 'The physician' },
              { value: 'provider', label: 'Another provider' },
              { value: 'member', label: 'The member' },
            ]}
          />
        )}
        <Checkbox
          id={fieldId('urgencyAttested')}
          label="Waiting the standard time could seriously harm the member's life, health or ability to regain function."
          checked={draft.urgencyAttested}
          onChange={(e) => change({ urgencyAttested: e.currentTarget.checked })}
          error={error('urgencyAttested')}
        />
      </>
    )}
    <Textarea
      id={fieldId('rationale')}
      label="Clinical rationale"
      description="Optional: why the member needs this, in the provider's words"
      autosize
      minRows={4}
      maxLength={10_000}
      value={draft.rationale}
      onChange={(e) => change({ rationale: e.currentTarget.value })}
      error={error('rationale')}
    />
  </section>
);
