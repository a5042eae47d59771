import type { DenialCause } from '../episode/record.ts';

export const causeWord: Record<DenialCause, string> = {
  notObtained: 'Authorization not obtained',
  expiredMidStay: 'Authorization ran out',
  wrongLevelOfCare: 'Other level authorized',
  documentation: 'Documentation',
  missedPeerToPeer: 'Peer-to-peer missed',
  retroNotPursued: 'Not asked for afterwards',
  coding: 'Error of the claim',
  other: 'Other',
};
