import type { Role } from '../actor/actor.ts';
import { type Capability, untilVoided } from '../case/capabilityRow.ts';
import { requesterRoles } from '../case/requester.ts';
import type { AppealCommand, ReconsiderationCommand } from './command.ts';

type Act = (AppealCommand | ReconsiderationCommand)['type'];
const desk: readonly Role[] = ['appealsCoordinator', 'umDirector'];

const row = (roles: readonly Role[], source: string, requester?: readonly Role[]): Capability => ({
  // A line is appealed when it is decided, whatever has become of the other lines.
  in: untilVoided,
  roles,
  by: ['person'],
  ...(requester ? { requester } : {}),
  source,
});

/** Who may do what around an appeal; part of the one table in `domain/case/capability.ts`. */
export const appealCapabilities: Record<Act, Capability> = {
  FileAppeal: row(
    [...desk, 'umCoordinator'],
    '42 CFR 422.578, 422.582; 438.402(c); 29 CFR 2560.503-1(h)',
    requesterRoles,
  ),
  ShowAppealStanding: row([...desk, 'umCoordinator'], '42 CFR 438.402(c)(1)(ii); 422.582(f)', requesterRoles),
  AcceptLateAppeal: row(desk, '42 CFR 422.582(c): a person decides on good cause'),
  AskExpeditedAppeal: row(
    [...desk, 'umCoordinator'],
    '42 CFR 422.584; 438.410; 29 CFR 2560.503-1(m)(1)',
    requesterRoles,
  ),
  RefuseExpeditedAppeal: row([...desk, 'medicalDirector'], '42 CFR 422.584(d); 438.410(c)'),
  ExtendAppeal: row([...desk, 'medicalDirector'], '42 CFR 422.590(f); 438.408(c)'),
  AddAppealExhibit: row([...desk, 'medicalDirector'], 'the appeal is decided on the whole record'),
  AssignAppealReviewer: row(desk, '42 CFR 422.590(h); 438.406(b)(2); 29 CFR 2560.503-1(h)(3)'),
  AskAppealInformation: row([...desk, 'medicalDirector'], '42 CFR 422.586; 438.406(b)(4)'),
  ReceiveAppealInformation: row([...desk, 'medicalDirector'], 'nothing sent to us is lost'),
  ShareAppealEvidence: row([...desk, 'medicalDirector'], '45 CFR 147.136(b)(2)(ii)(C)'),
  DecideAppeal: row(['medicalDirector', 'appealsCoordinator'], '42 CFR 422.590; 438.408; 29 CFR 2560.503-1(i)-(j)'),
  DismissAppeal: row(desk, '42 CFR 422.582(f)'),
  WithdrawAppeal: row(desk, '42 CFR 422.582(e)', requesterRoles),
  NameReviewOrganization: row(desk, '45 CFR 147.136(d)'),
  ForwardAppeal: row(desk, '42 CFR 422.590(a)-(d); 45 CFR 147.136(d)'),
  ChaseExternalAnswer: row(desk, 'an answer that does not come is asked for'),
  ReceiveExternalDecision: row(desk, '42 CFR 422.618-619; 438.424; 45 CFR 147.136(d)'),
  EffectuateAppeal: row(desk, '42 CFR 422.618-619; 438.424'),
  DecideAidContinuing: row([...desk, 'medicalDirector'], '42 CFR 438.420; 45 CFR 147.136(b)(2)(iii)'),
  EndAidContinuing: row(desk, '42 CFR 438.420(c)'),
  RequestReconsideration: row([...desk, 'umCoordinator'], 'N.Y. Ins. Law 4903(f); plan policy', requesterRoles),
  DecideReconsideration: row(
    ['medicalDirector'],
    'N.Y. Ins. Law 4903(f): the clinical peer who decided, or one named for it',
  ),
};
