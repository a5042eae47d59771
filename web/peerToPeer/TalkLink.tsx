import { Text } from '@mantine/core';
import type { PeerToPeer } from '@openum/domain/peerToPeer/peerToPeer.ts';
import { LinkBox } from '../guestLink/LinkBox.tsx';

/** The clinician's way in to one offer. */
export const TalkLink = ({ p }: { readonly p: PeerToPeer }) =>
  p.to.npi ? (
    <LinkBox wish={{ about: 'peerToPeer', subjectId: p.offerId }} reader="the clinician" email={p.to.email} />
  ) : (
    <Text size="xs">A link for the clinician needs an NPI in the offer.</Text>
  );
