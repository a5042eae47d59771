import { type Capability, clinical, lead, open } from '../case/capabilityRow.ts';
import type { PeerToPeerCommand } from './command.ts';

export const peerToPeerCapabilities: Record<PeerToPeerCommand['type'], Capability> = {
  RecordIntentToDeny: {
    in: open,
    roles: ['medicalDirector'],
    by: ['person'],
    source: '42 CFR 422.138(c), 422.566 with CMS-4208-F: what may change an inpatient decision comes before it',
  },
  OfferPeerToPeer: {
    in: open,
    roles: [...clinical, 'umCoordinator'],
    by: ['person'],
    source: 'NCQA UM 7; Tex. Ins. Code 4201.206; 40 P.S. 991.2155',
  },
  SchedulePeerToPeer: {
    in: open,
    roles: [...clinical, 'umCoordinator'],
    by: ['person', 'guest'],
    source: 'times are offered and taken by both sides',
  },
  ProposePeerToPeerTimes: {
    in: open,
    roles: [...clinical, 'umCoordinator'],
    by: ['person', 'guest'],
    source: 'times are offered and taken by both sides',
  },
  LogPeerToPeerAttempt: {
    in: open,
    roles: [...clinical, 'umCoordinator'],
    by: ['person'],
    source: 'NCQA UM 7: who was told of the discussion, when and how',
  },
  RecordPeerToPeerHeld: {
    in: open,
    roles: ['medicalDirector'],
    by: ['person'],
    source: 'a physician of the plan speaks with the treating clinician',
  },
  RecordPeerToPeerMissed: {
    in: open,
    roles: [...clinical, 'umCoordinator'],
    by: ['person'],
    source: 'no offer ends without a record of what became of it',
  },
  DeclinePeerToPeer: {
    in: open,
    roles: [...clinical, 'umCoordinator'],
    by: ['person', 'guest'],
    source: 'the clinician is offered the talk and need not take it',
  },
  TellPeerToPeer: {
    in: open,
    roles: [...clinical, 'umCoordinator'],
    by: ['person', 'system'],
    source: 'NCQA UM 7: who was told of the discussion, when and how',
  },
  EscalatePeerToPeer: {
    in: open,
    roles: lead,
    by: ['person', 'system'],
    source: 'no offer is missed because one person cannot keep it',
  },
};
