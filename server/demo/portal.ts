import { loadCase } from '@openum/casework/case/load.ts';
import type { Casework } from '@openum/casework/casework.ts';
import type { PortalForm } from '@openum/casework/intake/portal.ts';
import { submitOwn } from '@openum/casework/portal/submit.ts';
import { isRefusal } from '@openum/domain/case/refusal.ts';
import { addDays, dateInZone } from '@openum/domain/time/instant.ts';
import { actorOf } from '@openum/http/auth/session.ts';
import type { DemoClock } from './clock.ts';
import { planTenant, practiceTenant } from './people.ts';
import { deskOf } from './work.ts';

const clinicNpi = '1467512343';
const psychiatristNpi = '1992753412';
const hcpcs = 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';

type Asked = Pick<PortalForm, 'requestingProviderNpi' | 'diagnoses' | 'rationale'> & {
  readonly memberNumber: string;
  readonly code: string;
  readonly days: number;
  readonly note: string;
};

/** Days of service begin this many days after the request. */
const ahead = 4;

const file = (title: string, text: string) => ({
  title,
  contentType: 'text/plain',
  base64: Buffer.from(text).toString('base64'),
});

/** The practice of the demonstration at the plan's portal: let in, and with two requests on their way. */
export const playPortal = async (
  casework: Casework,
  clock: DemoClock,
  issueNoticesDue: (casework: Casework) => Promise<void>,
): Promise<void> => {
  const { identity, register, environment } = casework;
  const npis = [clinicNpi, psychiatristNpi];
  await identity.grantPortal({ planTenantId: planTenant.tenantId, practiceTenantId: practiceTenant.tenantId, npis });

  const send = async (email: string, asked: Asked): Promise<string> => {
    const member = await register.memberByNumber({ tenantId: planTenant.tenantId }, asked.memberNumber);
    const user = (await identity.users({ tenantId: practiceTenant.tenantId })).find((u) => u.email === email);
    if (!member || !user) throw new Error('the demonstration lacks a member or a person of the practice');
    const start = addDays(dateInZone(environment.now(), planTenant.zone), ahead);
    const sent = await submitOwn(
      {
        casework,
        access: { plan: planTenant, npis },
        practice: practiceTenant,
        actor: actorOf(user),
        now: environment.now(),
      },
      {
        submissionId: environment.newId(),
        memberId: member.memberId,
        requestingProviderNpi: asked.requestingProviderNpi,
        urgency: 'standard',
        setting: 'outpatient',
        diagnoses: asked.diagnoses,
        items: [
          {
            system: hcpcs,
            code: asked.code,
            quantity: { value: asked.days, unit: 'day' },
            start,
            end: addDays(start, 29),
          },
        ],
        rationale: asked.rationale,
        facts: [],
        documents: [file('Assessment', asked.note)],
      },
    );
    if (isRefusal(sent) || sent.kind !== 'received') throw new Error('the portal did not take a request');
    return sent.caseId;
  };
  const desk = deskOf(casework, planTenant);

  clock.goTo(6_100);
  const outpatient = await send('ur@practice.example', {
    memberNumber: 'PHP1000015',
    requestingProviderNpi: clinicNpi,
    diagnoses: ['F10.20'],
    code: 'H0015',
    days: 12,
    rationale:
      'Return to drinking after twelve weekly visits. Works half days, sober housing with her sister. No withdrawal symptoms.',
    note: 'Assessment by S. Marsh, LCSW: three returns to use in two months, motivated, stable housing, no withdrawal risk.',
  });
  clock.goTo(5_800);
  await desk.act('nurse2@plan.example', outpatient, { type: 'Claim' });
  clock.goTo(5_760);
  const asked = (await loadCase(casework.cases, { tenantId: planTenant.tenantId }, outpatient))?.state.items[0];
  if (!asked?.period) throw new Error('a request of the demonstration has no days of service');
  await desk.act('nurse2@plan.example', outpatient, {
    type: 'CompleteReview',
    outcome: 'approve',
    summary: 'Weekly visits did not hold; stable housing and no withdrawal risk fit an intensive outpatient program.',
    items: [
      {
        itemSequence: asked.sequence,
        authorized: { service: asked.service, quantity: asked.quantity, period: asked.period },
      },
    ],
  });
  await issueNoticesDue(casework);

  clock.goTo(1_700);
  const partial = await send('clinician@practice.example', {
    memberNumber: 'PHP1000019',
    requestingProviderNpi: psychiatristNpi,
    diagnoses: ['F33.2'],
    code: 'S0201',
    days: 10,
    rationale:
      'Severe recurrent depression, third medication trial. Cannot work, sleeps four hours a night, no plan to harm himself. Lives with his wife, who can be with him in the evenings.',
    note: 'Psychiatric evaluation: severe recurrent depression, PHQ-9 of 23, safe at home in the evenings with support.',
  });
  clock.goTo(420);
  await desk.act('nurse@plan.example', partial, { type: 'Claim' });
  clock.goTo(400);
  await desk.act('nurse@plan.example', partial, {
    type: 'RequestInformation',
    items: [
      { text: 'Send the plan of care with the hours of treatment for each week.', itemSequence: 1 },
      { text: 'Which medications were tried, at what dose and for how long?', itemSequence: 1 },
    ],
    message: 'With these two we can go on with the review.',
    dueAt: desk.inDays(2),
  });
};
