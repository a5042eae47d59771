import type { FourQuestionsReading } from '@openum/http/contract/practice/fourQuestions.ts';
import { chromiumPath, noChromium } from '@openum/testkit/browser/chromium.ts';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaintsOf, type Installation, installation } from './installation.ts';
import { type PlanDesk, planDesk } from './planDesk.ts';
import { day, practiceDesk, usDay } from './practiceDesk.ts';

const chromium = chromiumPath();

const note = (since: string): string =>
  `${since} Withdrawal score CIWA-Ar 14 at midnight with tremor and sweats, blood pressure 168 over 98. Lives alone; nobody at home can watch the night. Two tries at intensive outpatient care in the last month failed within days. Seen daily by the physician. Plan: taper by protocol, family session this week, step down to partial hospitalization once two nights pass without medication.`;

/** Every step that a person takes is taken in a browser; what is read beside it is only looked at. */
describe.skipIf(chromium === undefined)(
  `a stay between a practice and a plan in a browser (${chromium ?? noChromium})`,
  { timeout: 150_000 },
  () => {
    let um: Installation;
    let staff: Page;
    let viewer: Page;
    let practice: ReturnType<typeof practiceDesk>;
    let plan: PlanDesk;
    let before: FourQuestionsReading;
    let dailyCharge = 0;
    const complaints: (readonly string[])[] = [];

    const watched = async (context: BrowserContext): Promise<Page> => {
      const page = await context.newPage();
      complaints.push(complaintsOf(page));
      return page;
    };

    beforeAll(async () => {
      um = await installation(chromium ?? '');
      staff = await watched(await um.as('ur@practice.example'));
      viewer = await watched(await um.as('nurse@plan.example'));
      practice = practiceDesk(staff, { family: 'Yardley', given: 'Grant' });
      before = await practice.fourQuestions();
    });
    afterAll(async () => {
      await um?.stop();
    });

    test('three days ago a patient was admitted, and each day since is entered', async () => {
      await practice.admit(-3, '1948-07-27', 'PHP1000025');
      ({ dailyCharge } = (await practice.episode()).row);
      for (const n of [-3, -2, -1, 0]) await practice.enterAttendance(n);
      expect((await practice.onBoard())?.atStake).toBe(4 * dailyCharge);
    });

    test('five days are asked for over the line, pend at the plan, and its nurse approves them', async () => {
      await practice.ask('initial', -3, 1, note('Admitted after a seizure at home.'));
      const { rows } = (await (await viewer.request.get('/api/cases?text=Yardley')).json()) as {
        rows: readonly { caseId: string; requestingProviderName: string }[];
      };
      const caseId = rows.find((r) => r.requestingProviderName === 'Cedar Point Behavioral Health')?.caseId ?? '';
      plan = planDesk(viewer, caseId, async (email) => watched(await um.as(email)));
      await plan.approve(1, 'Withdrawal with a seizure; no safe place at a lower level.');
      await practice.answerComesHome('Approved');
      expect((await practice.episode()).authorizations).toMatchObject([{ from: day(-3), to: day(1), units: 5 }]);
    });

    test('on day four the board says that two days are left and that the payer must hear from them', async () => {
      await staff.goto('/practice/board?text=Yardley');
      const row = staff.getByRole('row').filter({ hasText: 'Yardley, Grant' });
      await row.getByText('2 days left').waitFor();
      await row.getByText('Ends soon').waitFor();
      expect(await practice.onBoard()).toMatchObject({ daysLeft: 2, atStake: 0, uncoveredServices: 0 });
      expect(await practice.tasks()).toContain('submissionDue');
    });

    test('the update goes out before the days end, and three more days are granted on the same case', async () => {
      await practice.ask('continuedStay', 2, 4, note('Day four: still two doses a night.'));
      expect((await plan.view()).state.items.map((i) => i.sequence)).toEqual([1, 2]);
      await plan.approve(2, 'Scores have not come down; the taper goes on.');
      await practice.answerComesHome('Approved');
      expect(await practice.onBoard()).toMatchObject({ daysLeft: 5, due: 'later' });
    });

    test('two further days go to a physician of the plan, whose offer to talk comes to the practice by itself', async () => {
      await practice.ask('continuedStay', 5, 6, note('Two more nights are asked for.'));
      await plan.refer('Two further days; the plan for the step down is not dated.');
      await plan.offerTalk('The last two nights are not documented.', 'Dr. Mark Feldman');
      await practice.talkArrives();
      expect(await practice.talks()).toMatchObject([
        { state: 'open', reason: 'The last two nights are not documented.', task: { kind: 'peerToPeer' } },
      ]);
      expect(await practice.tasks()).toContain('peerToPeer');
    });

    test('the talk is taken and held; each side writes it down, and neither overwrites the other', async () => {
      await practice.takeTalk();
      await plan.writeDownTalk('The step down was discussed; no date was named.', 'The intent stands.');
      await practice.askNow();
      expect(await practice.talks()).toMatchObject([{ state: 'held', endedBy: 'payer' }]);
      await practice.writeDownTalk('Upheld', 'The step down was discussed; the answer stands.');
      expect(await practice.talks()).toMatchObject([
        { state: 'held', held: { result: 'upheld' }, said: [{}, { outcome: 'upheldIntent' }], differences: [] },
      ]);
    });

    test('the physician denies the two days, and the denial comes home with its money', async () => {
      await plan.deny(3, {
        clinical:
          'The update names a step down once two nights pass without medication and gives no date for it; the nights of the last two days are not documented.',
        plain:
          'Your program asked for two more days. What they sent does not say how the last two nights were. Without that we cannot agree to these two days.',
        alternatives: 'Partial hospitalization may be asked for.',
      });
      await practice.answerComesHome('Denied');
      expect((await practice.episode()).authorizations.map((a) => a.to)).toEqual([day(1), day(4)]);
      await staff.goto('/practice/denials');
      await practice
        .denial()
        .getByText(`${usDay(5)} to ${usDay(6)}`)
        .waitFor();
      expect(await practice.denied()).toMatchObject({ amount: 2 * dailyCharge, appeals: [] });
    });

    test('the practice writes its appeal in the builder, binds it and sends it', async () => {
      await practice.appeal(
        'Medication was given at two and at four in both nights, as page two of the record shows.',
        'Appeals, Prairie Harbor Health Plan',
      );
    });

    test('the plan registers it, a physician who took no part overturns, and the days come home', async () => {
      const reviewer = await plan.registerAppeal('The nights of both days are documented.', 'Dr. Mark Feldman');
      await practice.askNow();
      expect((await practice.denied())?.appeals).toMatchObject([{ level: 1, said: [{ level: 1, state: 'open' }] }]);
      await plan.overturn(
        reviewer,
        'The record documents medication at two and at four in both nights; care around the clock was needed.',
        'The record shows that you needed medication twice in each of these nights. We now agree to both days.',
      );
      await practice.appealComesHome();
      expect((await practice.denied())?.appeals).toMatchObject([
        { answered: { outcome: 'overturned', saidByPayer: true } },
      ]);
      expect((await practice.episode()).authorizations.map((a) => a.to)).toEqual([day(1), day(4), day(6)]);
      expect((await practice.denied())?.recovered).toBe(0);
      await practice.enterMoney((2 * dailyCharge) / 100);
      expect((await practice.denied())?.recovered).toBe(2 * dailyCharge);
    });

    test('the four questions are those of the hand count', async () => {
      const after = await practice.fourQuestions();
      const [was, is] = [before.figures, after.figures];
      // Four days were given, all of them under the first authorization.
      expect([is.services - was.services, is.uncovered - was.uncovered, is.atStake - was.atStake]).toEqual([4, 0, 0]);
      expect(is.validShare).toBeCloseTo((was.services - was.uncovered + 4) / (was.services + 4), 10);
      // No authorization of the stay has run out, so that there is no lag to count.
      expect([is.lags, is.lagDays]).toEqual([was.lags, was.lagDays]);
      // One appeal was answered and won, with the money of two days.
      expect([is.decided - was.decided, is.overturned - was.overturned]).toEqual([1, 1]);
      expect(is.recovered - was.recovered).toBe(2 * dailyCharge);
      // The one talk was held.
      expect(is.missedTalks).toBe(was.missedTalks);

      await staff.goto('/practice/four-questions');
      const card = (name: string) => staff.getByLabel('The four questions').getByRole('button', { name });
      await card('Valid authorization')
        .getByText(`${((is.validShare ?? 0) * 100).toFixed(1)} %`)
        .waitFor();
      await card('Appeals overturned').getByText(`${is.overturned} of ${is.decided} appeal`).waitFor();
    });

    test('no page complained in its console on the way', () => {
      expect(complaints.flat()).toEqual([]);
    });
  },
);
