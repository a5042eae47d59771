import { NativeSelect, TextInput } from '@mantine/core';
import { practiceDocumentKinds } from '@openum/domain/practiceDocument/record.ts';
import { practiceDocumentKindWord } from './words.ts';

export type KindAndDay = { readonly kind: string; readonly recordedOn: string };

type Props = { readonly value: KindAndDay; readonly change: (value: KindAndDay) => void; readonly today: string };

/** What a document is and when it was written; both may stay unknown. */
export const KindFields = ({ value, change, today }: Props) => (
  <>
    <NativeSelect
      label="Kind"
      value={value.kind}
      onChange={(e) => change({ ...value, kind: e.currentTarget.value })}
      data={[
        { value: '', label: 'Not said' },
        ...practiceDocumentKinds.map((k) => ({ value: k, label: practiceDocumentKindWord[k] })),
      ]}
    />
    <TextInput
      type="date"
      label="Written on"
      max={today}
      value={value.recordedOn}
      onChange={(e) => change({ ...value, recordedOn: e.currentTarget.value })}
    />
  </>
);

/** The fields as the server takes them: what is not known is left out. */
export const givenKind = ({ kind, recordedOn }: KindAndDay) => ({
  ...(kind ? { kind: kind as (typeof practiceDocumentKinds)[number] } : {}),
  ...(recordedOn ? { recordedOn } : {}),
});
