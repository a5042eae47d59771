import type { Acting } from '@openum/casework/case/act.ts';
import type { Casework } from '@openum/casework/casework.ts';
import { saveContact } from '@openum/casework/delivery/contacts.ts';
import { createBatch, mailBatch } from '@openum/casework/letters/batch.ts';
import { readLetterBoard } from '@openum/casework/letters/board.ts';
import { startRun } from '@openum/casework/letters/run.ts';
import { workRuns } from '@openum/casework/letters/work.ts';
import { reissueNotice } from '@openum/casework/notice/reissue.ts';
import { actOnTemplate } from '@openum/casework/template/act.ts';
import { isRefusal, type Refusal, refusalSentence } from '@openum/domain/case/refusal.ts';
import { actorOf } from '@openum/http/auth/session.ts';
import type { DemoClock } from './clock.ts';
import { planTenant } from './people.ts';
import { deskOf } from './work.ts';

const coordinator = 'coordinator@plan.example';
const director = 'director@plan.example';
const administrator = 'admin@plan.example';

const done = <T>(answer: T | Refusal): T => {
  if (isRefusal(answer)) throw new Error(`the demonstration was refused: ${refusalSentence(answer)}`);
  return answer;
};

/** Letters on their way: a batch with the carrier, one that came back and went again, a text in the works, a run to a few. */
export const playLetters = async (casework: Casework, clock: DemoClock): Promise<void> => {
  const scope = { tenantId: planTenant.tenantId };
  const desk = deskOf(casework, planTenant);
  const as = async (email: string): Promise<Acting> => {
    const user = (await casework.identity.users(scope)).find((u) => u.email === email);
    if (!user) throw new Error(`the demonstration has no user ${email}`);
    return { casework, tenant: planTenant, actor: actorOf(user), now: casework.environment.now() };
  };

  clock.goTo(0);
  const letters = (await readLetterBoard(casework, scope)).waiting.slice(0, 4);
  const before = (minutes: number) => {
    clock.goTo(minutes);
    return as(coordinator);
  };
  const batch = done(await createBatch(await before(90), letters));
  const carried = await before(60);
  done(await mailBatch(carried, batch.batchId, { carrier: 'USPS', mailedAt: carried.now }));
  clock.goTo(20);
  for (const { caseId, noticeId } of letters.slice(0, 2))
    await desk.act(coordinator, caseId, {
      type: 'ReportDelivery',
      noticeIds: [noticeId],
      report: { kind: 'returned', reason: 'Not deliverable as addressed' },
    });
  const [moved] = letters;
  if (moved)
    done(
      await reissueNotice(await before(10), moved.caseId, moved.noticeId, {
        because: 'addressCorrected',
        explanation: 'The member gave the new address by telephone.',
        addressee: [moved.addressee, '418 Larkspur Lane, Apartment 2B', 'Springfield, IL 62704'],
      }),
    );
  const large = letters[1];
  if (large) await saveContact(await before(10), large.caseId, 'member', { format: 'largePrint' });

  clock.goTo(30);
  const shipped = casework.knowledge.notices.templates.find((t) => t.id === 'approval-member');
  if (shipped) {
    const template = { ...shipped, title: 'Good news: we approved your care' };
    const note = 'A title that says at once what the letter is about.';
    done(await actOnTemplate(await as(administrator), shipped.id, 0, { type: 'DraftTemplate', template, note }));
  }
  const caseNumbers = letters.map((l) => l.caseNumber);
  done(
    await startRun(await as(director), {
      name: 'Criteria for home oxygen change in January',
      templateId: 'criteria-change-provider',
      targets: { kind: 'numbers', caseNumbers },
    }),
  );
  await workRuns(casework, (error) => {
    throw error;
  });
  clock.goTo(0);
};
