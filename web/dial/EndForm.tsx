import type { DialChange } from '@openum/domain/dial/dial.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import { ProposeForm } from './ProposeForm.tsx';
import { settingWords } from './words.ts';

type Props = {
  readonly of: DialChange;
  readonly sequence: number;
  readonly today: CalendarDate;
  readonly close: () => void;
};

/** Ends a gold card. */
export const EndForm = ({ of, sequence, today, close }: Props) => {
  const { setting: s } = of;
  return (
    <ProposeForm
      title="End a gold card"
      sequence={sequence}
      today={today}
      bases={['providerHistory']}
      close={close}
      open="This is no gold card."
      setting={s.kind === 'goldCard' ? { kind: 'goldCardEnd', npi: s.npi, services: [...s.services] } : undefined}
    >
      <p>{settingWords(s, (id) => id)}</p>
      <p className="um-quiet">
        A state may limit when and how an exemption is taken back: Texas only in January, with 25 days of notice and an
        independent review (Tex. Ins. Code 4201.655). Tell the provider before it ends.
      </p>
    </ProposeForm>
  );
};
