import { openPeerToPeers, type PeerToPeer } from '@openum/domain/peerToPeer/peerToPeer.ts';
import type { ActId } from '../../case/act/acts.ts';
import { useActDraft } from '../../case/act/useActDraft.ts';
import { useDesk } from '../../case/desk.ts';
import type { Draft } from '../../case/useDraft.ts';

export type TalkDraft<T extends object> = {
  readonly draft: Draft<T & { offerId: string }>;
  readonly open: readonly PeerToPeer[];
  /** The offer that it is about; absent when none is open any more. */
  readonly offer: PeerToPeer | undefined;
};

/** A draft that knows which offer it is about. `initial` is made from the first that is open. */
export const useTalkDraft = <T extends object>(
  act: ActId,
  initial: (first: PeerToPeer | undefined) => T,
): TalkDraft<T> => {
  const { view } = useDesk();
  const open = openPeerToPeers(view.state);
  const draft = useActDraft<T & { offerId: string }>(act, { ...initial(open[0]), offerId: '' });
  return { draft, open, offer: open.find((p) => p.offerId === draft.value.offerId) ?? open[0] };
};
