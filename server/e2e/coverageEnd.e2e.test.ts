import { AxeBuilder } from '@axe-core/playwright';
import type { CaseView } from '@openum/http/contract/case.ts';
import type { CensusView } from '@openum/http/contract/stay.ts';
import { chromiumPath, noChromium } from '@openum/testkit/browser/chromium.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaintsOf, type Installation, installation } from './installation.ts';

const chromium = chromiumPath();
const patience = { timeout: 15_000, interval: 100 };

/** A member of Medicare Advantage of the demonstration, in hospital with days approved. */
const member = 'Hollister';
const facts = 'You have needed no oxygen since yesterday, and you take your medicine by mouth.';

describe.skipIf(chromium === undefined)(
  `the end of coverage, and the hand-off to case management (${chromium ?? noChromium})`,
  { timeout: 60_000 },
  () => {
    let um: Installation;
    let nurse: Page;
    let manager: Page;
    let caseId = '';
    const complaints: (readonly string[])[] = [];

    const pageOf = async (email: string): Promise<Page> => {
      const page = await (await um.as(email)).newPage();
      complaints.push(complaintsOf(page));
      return page;
    };
    const caseView = async (): Promise<CaseView> => (await nurse.request.get(`/api/cases/${caseId}`)).json();
    const owed = async (): Promise<CensusView> =>
      (await nurse.request.get(`/api/census?coverageEndOwed=true&presence=all&text=${member}`)).json();
    const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
    const act = (page: Page, name: string) => page.getByLabel('Actions on this case').getByRole('button', { name });
    const day = async (days: number): Promise<string> => {
      const { now } = await caseView();
      return new Date(Date.parse(now) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    };

    beforeAll(async () => {
      um = await installation(chromium ?? '');
      nurse = await pageOf('concurrent@plan.example');
    });
    afterAll(async () => {
      await um?.stop();
    });

    test('the census lists the notice that is owed, with its moment, and opens the case', async () => {
      await nurse.goto('/census');
      await nurse
        .getByRole('group', { name: 'Lists' })
        .getByRole('button', { name: /End of coverage/ })
        .click();
      await nurse.waitForURL('**/census?list=coverageEnd');
      const row = nurse.getByRole('row').filter({ hasText: member });
      await row.getByText(/Important Message/).waitFor();
      await row.getByRole('link').click();
      await nurse.waitForURL('**/cases/*');
      caseId = new URL(nurse.url()).pathname.split('/').at(-1) ?? '';
    });

    test('the Important Message is written down as given, and a planned discharge asks for its copy', async () => {
      await panel(nurse, 'End of coverage').getByRole('button', { name: 'Record a notice' }).click();
      await nurse.getByRole('button', { name: 'Record', exact: true }).click();
      await expect.poll(async () => (await caseView()).state.medicareNotices.length, patience).toBe(1);

      await act(nurse, 'Plan the end of coverage').click();
      await nurse.getByLabel('Day of discharge').fill(await day(3));
      await nurse.getByRole('textbox', { name: 'Clinical reason' }).fill('On room air, tablets, walks the corridor.');
      await nurse.getByRole('textbox', { name: 'Reason for the member' }).fill('You can be cared for at home now.');
      await nurse.getByRole('button', { name: 'Record the planned discharge' }).click();
      await expect.poll(async () => (await owed()).rows[0]?.coverageEnd[0]?.title, patience).toMatch(/Copy/);
    });

    test('the member asks for a review: coverage goes on, and the plan explains the end in a letter', async () => {
      await panel(nurse, 'End of coverage').getByRole('button', { name: 'Review asked' }).click();
      await nurse.getByRole('button', { name: 'Record the request' }).click();
      await nurse.getByText('Coverage goes on').waitFor();

      await panel(nurse, 'End of coverage').getByRole('button', { name: 'Explain' }).click();
      await nurse.getByRole('textbox', { name: 'Facts about this member' }).fill(facts);
      await nurse.getByRole('button', { name: 'Send the explanation' }).click();
      const letters = async () => (await caseView()).state.notices.filter((n) => n.kind === 'detailedExplanation');
      await expect.poll(async () => (await letters()).length, patience).toBe(1);
      const [letter] = await letters();
      const html = await (await nurse.request.get(`/api/cases/${caseId}/notices/${letter?.noticeId}/html`)).text();
      expect(html).toContain(facts);
      expect((await owed()).rows[0]?.coverageEnd.map((o) => o.title)).toContain(
        'Record the answer of the quality improvement organization, or ask for it once its time is over',
      );

      await nurse.reload();
      await panel(nurse, 'End of coverage').getByText(facts).waitFor();
      const { violations } = await new AxeBuilder({ page: nurse }).analyze();
      expect(violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id)).toEqual([]);
    });

    test('the answer of the organization ends the review', async () => {
      await panel(nurse, 'End of coverage').getByRole('button', { name: 'Review answered' }).click();
      await nurse.getByRole('combobox', { name: 'The organization' }).selectOption('endOverturned');
      await nurse.getByRole('textbox', { name: 'What it says' }).fill('Two more days are reasonable.');
      await nurse.getByRole('button', { name: 'Record the answer' }).click();
      await panel(nurse, 'End of coverage').getByText('Overturned', { exact: true }).waitFor();
      await expect.poll(async () => (await owed()).rows, patience).toEqual([]);
    });

    test('a referral is accepted by case management and closed with its outcome', async () => {
      await act(nurse, 'Refer to case management').click();
      await nurse
        .getByRole('textbox', { name: 'What was seen, and what is needed' })
        .fill('Lives alone on a third floor.');
      await nurse.getByRole('button', { name: 'Refer', exact: true }).click();
      await expect.poll(async () => (await caseView()).state.caseManagement.length, patience).toBe(1);

      manager = await pageOf('casemanager@plan.example');
      await manager.goto('/transitions');
      const row = manager.getByRole('row').filter({ hasText: 'Lives alone on a third floor.' });
      await row.getByRole('link').click();
      await panel(manager, 'Case management').getByRole('button', { name: 'Accept' }).click();
      await manager.getByRole('textbox', { name: 'Goals' }).fill('Home health starts the day after discharge');
      await manager.getByRole('button', { name: 'Accept', exact: true }).last().click();
      await panel(manager, 'Case management').getByText('Under way').waitFor();

      await panel(manager, 'Case management').getByRole('button', { name: 'Close' }).click();
      await manager.getByRole('combobox', { name: 'What became of it' }).selectOption('goalsMet');
      await manager.getByRole('textbox', { name: 'Reason' }).fill('Home health came on Monday.');
      await manager.getByRole('button', { name: 'Close it' }).click();
      await panel(manager, 'Case management').getByText('Goals met').waitFor();
      await manager.goto('/transitions');
      await manager.getByRole('heading', { name: 'Transitions' }).waitFor();
      await expect.poll(() => row.count(), patience).toBe(0);
    });

    test('no page complained in its console on the way', () => {
      expect(complaints.flat()).toEqual([]);
    });
  },
);
