import { type Capability, intake, openOrDetermined, untilVoided } from '../case/capabilityRow.ts';
import { requesterRoles } from '../case/requester.ts';
import type { StayCommand } from './command.ts';

export const stayCapabilities: Record<StayCommand['type'], Capability> = {
  BeginStay: {
    in: openOrDetermined,
    roles: intake,
    by: ['person', 'client', 'system'],
    source: 'one case holds one stay with all its reviews; an admission may become known after the request',
  },
  CorrectAdmission: {
    in: openOrDetermined,
    roles: intake,
    by: ['person', 'client', 'system'],
    source: 'HL7 v2 ADT A02 and A08: where and since when the member is in, corrected with the reason',
  },
  CancelAdmission: {
    in: openOrDetermined,
    roles: intake,
    by: ['person', 'client', 'system'],
    source: 'HL7 v2 ADT A11: the admission did not take place',
  },
  RequestContinuedStay: {
    in: openOrDetermined,
    roles: intake,
    by: ['person', 'client', 'system'],
    requester: requesterRoles,
    source: '29 CFR 2560.503-1(f)(2)(ii)(B); 42 CFR 456.128-456.137: more days are a request of their own',
  },
  RecordClinicalUpdate: {
    in: openOrDetermined,
    roles: intake,
    by: ['person', 'client', 'system'],
    requester: requesterRoles,
    source: 'nothing sent to us is lost',
  },
  ChaseClinicalUpdate: {
    in: openOrDetermined,
    roles: intake,
    by: ['person', 'system'],
    source: 'who asked whom for the clinical update, when and how',
  },
  ChangeLevelOfCare: {
    in: openOrDetermined,
    roles: intake,
    by: ['person', 'client', 'system'],
    source: 'the level at which the member is cared for decides how often the stay is reviewed',
  },
  AssessTransition: {
    in: openOrDetermined,
    roles: [...intake, 'caseManagementCoordinator'],
    by: ['person'],
    source: '42 CFR 482.43: discharge planning begins early and names what stands in the way',
  },
  RecordDischarge: {
    in: untilVoided,
    roles: [...intake, 'caseManagementCoordinator'],
    by: ['person', 'client', 'system'],
    requester: requesterRoles,
    source: 'HL7 v2 ADT A03; a stay is reviewed until the member has left',
  },
  CancelDischarge: {
    in: untilVoided,
    roles: [...intake, 'caseManagementCoordinator'],
    by: ['person', 'client', 'system'],
    source: 'HL7 v2 ADT A13: the member had not left',
  },
};
