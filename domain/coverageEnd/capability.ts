import { type Capability, clinical, openOrDetermined, untilVoided } from '../case/capabilityRow.ts';
import type { CoverageEndCommand } from './command.ts';

export const coverageEndCapabilities: Record<CoverageEndCommand['type'], Capability> = {
  PlanCoverageEnd: {
    in: openOrDetermined,
    roles: clinical,
    by: ['person'],
    source: '42 CFR 422.620, 422.624: covered care ends with notice and a review at hand',
  },
  ReduceAuthorization: {
    in: openOrDetermined,
    roles: ['medicalDirector'],
    by: ['person'],
    source:
      '42 CFR 438.404(c)(1), 431.211; 29 CFR 2560.503-1(f)(2)(ii)(A): a cut is an adverse determination, told in advance',
  },
  WithdrawCoverageEnd: {
    in: untilVoided,
    roles: clinical,
    by: ['person'],
    source: 'a plan to end coverage may be dropped, with its reason',
  },
  RecordMedicareNotice: {
    in: untilVoided,
    roles: [...clinical, 'umCoordinator', 'appealsCoordinator'],
    by: ['person'],
    source: '42 CFR 422.620(b)-(c), 422.624(b): who was given which notice, when and how',
  },
  RecordQioRequest: {
    in: untilVoided,
    roles: [...clinical, 'umCoordinator', 'appealsCoordinator'],
    by: ['person'],
    source: '42 CFR 422.622, 422.626: the member asks the quality improvement organization',
  },
  ExplainCoverageEnd: {
    in: untilVoided,
    roles: clinical,
    by: ['person'],
    source: '42 CFR 422.622(d), 422.626(e): once a review is asked for, the plan explains the end in detail',
  },
  RecordQioDecision: {
    in: untilVoided,
    roles: [...clinical, 'umCoordinator', 'appealsCoordinator'],
    by: ['person'],
    source: '42 CFR 422.622(e), 422.626(d): its decision binds the plan',
  },
};
