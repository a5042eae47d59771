import { randomUUID } from 'node:crypto';
import { addDays, dateInZone, instant, zoneId } from '@openum/domain/time/instant.ts';
import type { CaseView } from '@openum/http/contract/case.ts';
import type { BoardLine, BoardReading, EpisodeView } from '@openum/http/contract/practice/episode.ts';
import type { FourQuestionsReading } from '@openum/http/contract/practice/fourQuestions.ts';
import type { SessionView } from '@openum/http/contract/session.ts';
import { chromiumPath, noChromium } from '@openum/testkit/browser/chromium.ts';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaintsOf, type Installation, installation } from './installation.ts';

const chromium = chromiumPath();
const patience = { timeout: 20_000, interval: 150 };

const today = dateInZone(instant(new Date().toISOString()), zoneId('America/New_York'));
/** The n-th day from today on; the patient came three days ago, so that today is day four. */
const day = (n: number): string => addDays(today, n);
const us = (n: number): string => day(n).replace(/^(\d+)-(\d+)-(\d+)$/, '$2/$3/$1');

const nurses = ['nurse@plan.example', 'nurse2@plan.example', 'concurrent@plan.example'];
const physicians = ['physician@plan.example', 'physician2@plan.example', 'physician3@plan.example'];

const note = (since: string): string =>
  `${since} Withdrawal score CIWA-Ar 14 at midnight with tremor and sweats, blood pressure 168 over 98. Lives alone; nobody at home can watch the night. Two tries at intensive outpatient care in the last month failed within days. Seen daily by the physician. Plan: taper by protocol, family session this week, step down to partial hospitalization once two nights pass without medication.`;

describe.skipIf(chromium === undefined)(
  `a stay between a practice and a plan in a browser (${chromium ?? noChromium})`,
  { timeout: 90_000 },
  () => {
    let um: Installation;
    let staff: Page;
    let nurse: Page;
    let before: FourQuestionsReading;
    let episodeId = '';
    let caseId = '';
    let dailyCharge = 0;
    const complaints: (readonly string[])[] = [];

    const watched = async (context: BrowserContext): Promise<Page> => {
      const page = await context.newPage();
      complaints.push(complaintsOf(page));
      return page;
    };
    const read = async <T>(page: Page, path: string): Promise<T> => (await page.request.get(path)).json() as Promise<T>;
    const episode = () => read<EpisodeView>(staff, `/api/practice/episodes/${episodeId}`);
    const fourQuestions = () => read<FourQuestionsReading>(staff, '/api/practice/four-questions');
    const caseView = () => read<CaseView>(nurse, `/api/cases/${caseId}`);
    const onBoard = async (): Promise<BoardLine | undefined> =>
      (await read<BoardReading>(staff, '/api/practice/board?text=Yardley')).lines[0];
    const act = (page: Page, name: string) => page.getByLabel('Actions on this case').getByRole('button', { name });
    const lastRequest = () => staff.getByRole('article').first();

    const ask = async (kind: string, from: number, to: number, text: string): Promise<void> => {
      await staff.goto(`/practice/episodes/${episodeId}/requests`);
      await staff.getByLabel('Kind').selectOption(kind);
      await staff.getByLabel('First day').fill(day(from));
      await staff.getByLabel('Last day').fill(day(to));
      await staff.getByLabel('Days or units').fill(String(to - from + 1));
      await staff.getByLabel('Diagnoses (ICD-10-CM)').fill('F10.230');
      await staff.getByLabel('Clinical summary, in the words that go to the payer').fill(text);
      await staff.getByText(/required indicators present/).waitFor();
      await staff.getByRole('button', { name: 'Send to the payer' }).click();
      await staff.getByText('It is with the payer.').waitFor();
      await lastRequest().getByText('Pended').first().waitFor();
    };
    const answerComesHome = async (word: string): Promise<void> => {
      const answered = async () => {
        const button = lastRequest().getByRole('button', { name: 'Ask the payer now' });
        if (await button.isVisible()) await button.click();
        return lastRequest().getByText(word, { exact: true }).first().isVisible();
      };
      await expect.poll(answered, { timeout: 20_000, interval: 1_000 }).toBe(true);
    };
    /** The page of whoever of these has the case; routing chose. */
    const whoHasIt = async (emails: readonly string[]): Promise<Page> => {
      for (const email of emails) {
        const page = await watched(await um.as(email));
        const { user } = await read<SessionView>(page, '/api/session');
        if (user.userId === (await caseView()).state.assignee?.userId) return page;
        await page.context().close();
      }
      throw new Error('none of them has the case');
    };
    const approve = async (itemSequence: number, summary: string): Promise<void> => {
      await expect.poll(async () => (await caseView()).state.assignee?.name, patience).toBeDefined();
      const page = await whoHasIt(nurses);
      await page.goto(`/cases/${caseId}`);
      await act(page, 'Approve').click();
      await page.getByRole('textbox', { name: 'Summary of your review' }).fill(summary);
      await page.getByRole('button', { name: 'Approve 1 item' }).click();
      const outcome = async () =>
        (await caseView()).state.items.find((i) => i.sequence === itemSequence)?.determination?.outcome;
      await expect.poll(outcome, patience).toBe('approved');
      await page.context().close();
    };
    const command = async (page: Page, body: object): Promise<void> => {
      const { state } = await caseView();
      for (const d of state.documents) await page.request.get(`/api/cases/${caseId}/documents/${d.documentId}`);
      const answer = await page.request.post(`/api/cases/${caseId}/commands`, {
        headers: { 'x-openum': '1' },
        data: { commandId: randomUUID(), expectedVersion: (await caseView()).state.version, command: body },
      });
      expect([answer.status(), await answer.text()]).toMatchObject([200, expect.anything()]);
    };

    beforeAll(async () => {
      um = await installation(chromium ?? '');
      staff = await watched(await um.as('ur@practice.example'));
      nurse = await watched(await um.as('nurse@plan.example'));
      before = await fourQuestions();
    });
    afterAll(async () => {
      await um?.stop();
    });

    test('three days ago a patient was admitted, and each day since is entered', async () => {
      await staff.goto('/practice/admit');
      await staff.getByLabel('Family name').fill('Yardley');
      await staff.getByLabel('Given name').fill('Grant');
      await staff.getByLabel('Date of birth').fill('1948-07-27');
      await staff.getByLabel('Chart number').fill('CP-4001');
      await staff.getByLabel('Programme').selectOption('cedar-residential');
      await staff.getByLabel('Admitted on').fill(day(-3));
      await staff.getByLabel('Payer', { exact: true }).selectOption('prairie-harbor');
      await staff.getByLabel('Member number').fill('PHP1000025');
      await staff.getByRole('button', { name: /^Admit/ }).click();
      await staff.getByRole('heading', { name: 'Yardley, Grant' }).waitFor();
      episodeId = staff.url().split('/').at(-1) ?? '';
      ({ dailyCharge } = (await episode()).row);
      for (const n of [-3, -2, -1, 0]) {
        await staff.getByRole('button', { name: 'Enter attendance', exact: true }).click();
        await staff.getByRole('textbox', { name: 'Day' }).fill(day(n));
        const units = (await episode()).row.services;
        await staff.getByRole('button', { name: 'Record', exact: true }).click();
        await staff.getByRole('button', { name: 'Record', exact: true }).waitFor({ state: 'hidden' });
        expect((await episode()).row.services).toBe(units + 1);
      }
      expect((await onBoard())?.atStake).toBe(4 * dailyCharge);
    });

    test('five days are asked for over the line, pend at the plan, and its nurse approves them', async () => {
      await ask('initial', -3, 1, note('Admitted after a seizure at home.'));
      const { rows } = await read<{ rows: readonly { caseId: string; requestingProviderName: string }[] }>(
        nurse,
        '/api/cases?text=Yardley',
      );
      caseId = rows.find((r) => r.requestingProviderName === 'Cedar Point Behavioral Health')?.caseId ?? '';
      await approve(1, 'Withdrawal with a seizure; no safe place at a lower level.');
      await answerComesHome('Approved');
      expect((await episode()).authorizations).toMatchObject([{ from: day(-3), to: day(1), units: 5 }]);
    });

    test('on day four the board says that two days are left and that the payer must hear from them', async () => {
      await staff.goto('/practice/board?text=Yardley');
      const row = staff.getByRole('row').filter({ hasText: 'Yardley, Grant' });
      await row.getByText('2 days left').waitFor();
      await row.getByText('Ends soon').waitFor();
      expect(await onBoard()).toMatchObject({ daysLeft: 2, atStake: 0, uncoveredServices: 0 });
      const tasks = await read<{ tasks: readonly { kind: string; patientName: string }[] }>(
        staff,
        '/api/practice/tasks?size=500',
      );
      expect(tasks.tasks.filter((t) => t.patientName === 'Yardley, Grant').map((t) => t.kind)).toContain(
        'submissionDue',
      );
    });

    test('the update goes out before the days end, and three more days are granted on the same case', async () => {
      await ask('continuedStay', 2, 4, note('Day four: still two doses a night.'));
      expect((await caseView()).state.items.map((i) => i.sequence)).toEqual([1, 2]);
      await approve(2, 'Scores have not come down; the taper goes on.');
      await answerComesHome('Approved');
      expect(await onBoard()).toMatchObject({ daysLeft: 5, due: 'later' });
    });

    test('the physician of the plan refuses two further days, and an offered talk does not change it', async () => {
      await ask('continuedStay', 5, 6, note('Two more nights are asked for.'));
      const reviewer = await whoHasIt(nurses);
      await command(reviewer, {
        type: 'CompleteReview',
        outcome: 'refer',
        itemSequences: [3],
        summary: 'Two further days; the plan for the step down is not dated.',
      });
      await reviewer.context().close();
      await staff.goto('/practice/talks');
      await staff.getByRole('button', { name: 'Write down an offer' }).click();
      await staff.getByPlaceholder('Name, chart, member or episode number').fill('Yardley');
      await staff.getByRole('option', { name: /Yardley, Grant/ }).click();
      await staff.getByLabel('About the request').selectOption({ index: 1 });
      await staff.getByLabel('Window ends').fill(`${day(1)}T17:00`);
      await staff.getByRole('button', { name: 'Write down', exact: true }).click();
      const talk = staff.locator('article, section').filter({ hasText: 'Yardley, Grant' }).last();
      await talk.getByRole('button', { name: 'Take it' }).click();
      await talk.getByRole('button', { name: 'Take it' }).waitFor({ state: 'hidden' });
      await talk.getByRole('button', { name: 'Write down the talk' }).click();
      await staff.getByLabel('Result').selectOption({ label: 'Upheld' });
      await staff.getByLabel('What was said and agreed').fill('The step down was discussed; the answer stands.');
      await staff
        .getByRole('form', { name: 'Write down the talk' })
        .getByRole('button', { name: 'Write down the talk' })
        .click();
      const held = async () =>
        (await read<{ talks: readonly { patientName: string; state: string }[] }>(staff, '/api/practice/talks')).talks
          .filter((t) => t.patientName === 'Yardley, Grant')
          .map((t) => t.state);
      await expect.poll(held, patience).toEqual(['held']);

      await expect.poll(async () => (await caseView()).state.assignee?.name, patience).toMatch(/^Dr\./);
      const physician = await whoHasIt(physicians);
      await command(physician, {
        type: 'DetermineItems',
        decisions: [
          {
            outcome: 'denied',
            itemSequence: 3,
            reasonClass: 'administrative',
            reasonCodes: ['0F'],
            rationale:
              'The update names a step down once two nights pass without medication and gives no date for it; the nights of the last two days are not documented.',
            memberRationale:
              'Your program asked for two more days. What they sent does not say how the last two nights were. Without that we cannot agree to these two days.',
            alternatives: 'Partial hospitalization may be asked for.',
          },
        ],
        attestation: { noConflictOfInterest: true, reviewedRecord: true },
      });
      await physician.context().close();
      await staff.goto(`/practice/episodes/${episodeId}/requests`);
      await answerComesHome('Denied');
      expect((await episode()).authorizations.map((a) => a.to)).toEqual([day(1), day(4)]);
    });

    test('the denial of two days is appealed and won', async () => {
      await staff.goto('/practice/denials');
      const denial = staff.getByRole('listitem').filter({ hasText: 'Yardley, Grant' });
      await denial.getByText(`${us(5)} to ${us(6)}`).waitFor();
      await denial.getByRole('button', { name: 'Record one that was sent' }).click();
      await denial
        .getByLabel(/^Letter \(level 1\)/)
        .fill(
          'The nights of both days are on page two of the enclosed record: medication at two and at four. We ask for both days.',
        );
      await denial.getByLabel('Sent to').fill('Appeals, Prairie Harbor Health Plan');
      await denial.getByRole('button', { name: 'Record the appeal as sent' }).click();
      await denial.getByRole('button', { name: 'Record the answer' }).click();
      await denial.getByLabel('Recovered').fill(String((2 * dailyCharge) / 100));
      await denial.getByRole('button', { name: 'Record the answer' }).click();
      await denial.getByText('Appeal of level 1').getByText('overturned').waitFor();
    });

    test('the four questions are those of the hand count', async () => {
      const after = await fourQuestions();
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
