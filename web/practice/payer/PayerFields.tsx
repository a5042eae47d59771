import type { PayerCard } from '@openum/domain/payer/card.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { SaidField } from './SaidField.tsx';
import { AppealFields, ChannelFields, RetroFields } from './termFields.tsx';
import { ChoiceField, DurationField, NumberField, WordField } from './valueFields.tsx';
import { withPart } from './withPart.ts';
import { speakerWords } from './words.ts';

type Part = <K extends keyof PayerCard>(key: K) => (value: PayerCard[K] | undefined) => void;

type Props = { readonly card: PayerCard; readonly today: CalendarDate; readonly part: Part };

/** What holds for a payer whatever the level of care. */
export const PayerFields = ({ card, today, part }: Props) => (
  <section aria-label="The payer as a whole">
    <h2>The payer as a whole</h2>
    <SaidField
      label="Notice of an emergency admission"
      said={card.admissionNotice}
      begin={{ value: 1, unit: 'businessDays' }}
      today={today}
      change={part('admissionNotice')}
    >
      {(value, set) => <DurationField label="Within" value={value} set={set} />}
    </SaidField>
    <SaidField
      label="Peer-to-peer"
      said={card.peerToPeer}
      begin={{ window: { value: 2, unit: 'businessDays' } }}
      today={today}
      change={part('peerToPeer')}
    >
      {(value, set) => (
        <>
          <DurationField label="After the denial" value={value.window} set={(window) => set({ ...value, window })} />
          <WordField
            label="Number to call"
            value={value.phone ?? ''}
            set={(phone) => set(withPart(value, 'phone', phone || undefined))}
          />
        </>
      )}
    </SaidField>
    <SaidField
      label="Who may speak there"
      said={card.talkSpeaker}
      begin="treatingClinician"
      today={today}
      change={part('talkSpeaker')}
    >
      {(value, set) => <ChoiceField label="Who" value={value} set={set} words={speakerWords} />}
    </SaidField>
    <SaidField
      label="Appeals"
      said={card.appeals}
      begin={[{ level: 1, name: 'First level', window: { value: 180, unit: 'calendarDays' } }]}
      today={today}
      change={part('appeals')}
    >
      {(levels, set) => <AppealFields value={levels} set={set} />}
    </SaidField>
    <SaidField
      label="Days that have passed"
      said={card.retro}
      begin={{ accepted: 'emergencyOnly', from: 'admission', window: { value: 30, unit: 'calendarDays' } }}
      today={today}
      change={part('retro')}
    >
      {(value, set) => <RetroFields value={value} set={set} />}
    </SaidField>
    <SaidField
      label="How to reach them"
      said={card.channels}
      begin={[{ channel: 'phone', address: '' }]}
      today={today}
      change={part('channels')}
    >
      {(channels, set) => <ChannelFields value={channels} set={set} />}
    </SaidField>
    <SaidField
      label="Verification of benefits"
      said={card.benefitsValidDays}
      begin={30}
      today={today}
      change={part('benefitsValidDays')}
    >
      {(value, set) => <NumberField label="Good for days" value={value} set={set} />}
    </SaidField>
  </section>
);
