import { NativeSelect } from '@mantine/core';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { ReactNode } from 'react';
import { useSession } from '../api/session.ts';
import { moment } from '../app/format.ts';

type Person = { readonly name: string };

type Props = {
  readonly version: string;
  readonly status: { readonly word: string; readonly tone: string };
  /** From when to when it counts, as the sentence goes on after the number. */
  readonly days: string;
  readonly note: string;
  /** What else is to be said of it, a line each. */
  readonly lines?: readonly (string | undefined)[];
  readonly written: readonly (Person & { readonly at: Instant })[];
  readonly submitted?: Person | undefined;
  readonly approved?: Person | undefined;
  readonly published?: Person | undefined;
  /** Its next step. */
  readonly children: ReactNode;
};

/** One version of a text that two people settle: how it stands, what was said of it, who did what, and its next step. */
export const VersionCard = (props: Props) => {
  const { version, status, days, note, lines = [], written, submitted, approved, published, children } = props;
  const { zone } = useSession();
  return (
    <div className="um-template-part">
      <div>
        <span className="um-chip" data-tone={status.tone}>
          {status.word}
        </span>{' '}
        <b>Version {version}</b>
        {days}
      </div>
      {[note, ...lines].map((line) => line && <div key={line}>{line}</div>)}
      <div className="um-template-quiet">
        Written by {[...new Set(written.map((w) => w.name))].join(', ')},{' '}
        {written.slice(-1).map((w) => moment(w.at, zone))}
        {submitted && `; handed in by ${submitted.name}`}
        {approved && `; approved by ${approved.name}`}
        {published && `; published by ${published.name}`}
      </div>
      {children}
    </div>
  );
};

type CompareProps = {
  readonly value: string;
  readonly choose: (value: string) => void;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
};

/** With what the text on the screen is compared. */
export const CompareWith = ({ value, choose, choices }: CompareProps) => (
  <NativeSelect
    label="Compare the text on the screen with"
    value={value}
    onChange={(e) => choose(e.currentTarget.value)}
    data={[{ value: '', label: 'Nothing' }, ...choices]}
  />
);
