import { NativeSelect } from '@mantine/core';
import type { PeerToPeer } from '@openum/domain/peerToPeer/peerToPeer.ts';
import type { ReactNode } from 'react';
import { ActForm } from '../../case/act/ActForm.tsx';
import type { TalkDraft } from './useTalkDraft.ts';

type Props<T extends object> = {
  readonly talk: TalkDraft<T>;
  readonly title: string;
  readonly submitLabel: string;
  readonly problems: readonly string[];
  readonly submit: (offer: PeerToPeer) => Promise<void>;
  readonly children: ReactNode;
};

/** The frame of every act on an offer of a talk: which offer, the fields, and nothing to send where none is open. */
export const TalkForm = <T extends object>({ talk, title, submitLabel, problems, submit, children }: Props<T>) => {
  const { draft, open, offer } = talk;
  return (
    <ActForm
      title={title}
      submitLabel={submitLabel}
      draft={draft}
      problems={offer ? problems : ['There is no open peer-to-peer.']}
      submit={async () => {
        if (offer) await submit(offer);
      }}
    >
      {open.length > 1 && (
        <NativeSelect
          label="Which offer"
          value={offer?.offerId ?? ''}
          onChange={(e) => draft.change({ offerId: e.currentTarget.value } as Partial<T & { offerId: string }>)}
          data={open.map((p) => ({ value: p.offerId, label: `${p.to.name}, item ${p.itemSequences.join(', ')}` }))}
        />
      )}
      {children}
    </ActForm>
  );
};
