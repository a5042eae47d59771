import type { CaseView } from '@openum/http/contract/case.ts';
import { chromiumPath, noChromium } from '@openum/testkit/browser/chromium.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaintsOf, type Installation, installation } from './installation.ts';

const chromium = chromiumPath();
const patience = { timeout: 20_000, interval: 200 };
const title = 'Your care is approved, and here is what that means';

describe.skipIf(chromium === undefined)(
  `the text of a letter in a browser (${chromium ?? noChromium})`,
  { timeout: 60_000 },
  () => {
    let um: Installation;
    const complaints: (readonly string[])[] = [];
    const pageOf = async (email: string): Promise<Page> => {
      const page = await (await um.as(email)).newPage();
      complaints.push(complaintsOf(page));
      return page;
    };

    beforeAll(async () => {
      um = await installation(chromium ?? '');
    });
    afterAll(async () => {
      await um?.stop();
    });

    test('an administrator writes it, sees it as a letter, and saves a draft', async () => {
      const page = await pageOf('admin@plan.example');
      await page.goto('/templates');
      await page.getByRole('link', { name: 'approval-member', exact: true }).click();
      await page.getByLabel('Title', { exact: true }).fill(title);
      await page.getByRole('button', { name: 'Show', exact: true }).click();
      await page.frameLocator('iframe[title="Preview of the letter"]').getByRole('heading', { name: title }).waitFor();
      await page.getByText('This letter says all that the rules demand.').waitFor();
      await page.getByRole('button', { name: 'Save as a draft' }).click();
      await page.getByText('Somebody else has to approve it').waitFor();
      const approve = page.getByRole('button', { name: 'Approve version 1' });
      expect(await approve.getAttribute('aria-disabled')).toBe('true');
    });

    test('the UM director approves it and publishes it from today on', async () => {
      const page = await pageOf('director@plan.example');
      await page.goto('/templates/approval-member');
      await page.getByLabel('Compare the text on the screen with').selectOption('shipped');
      await page.locator('.um-template-diff').getByText(title).waitFor();
      await page.getByRole('button', { name: 'Approve version 1' }).click();
      await page.getByRole('button', { name: 'Publish version 1' }).click();
      await page.getByText('Published', { exact: true }).waitFor();
    });

    test('the next approval letter has its words, waits for print, and is handed to the carrier', async () => {
      const page = await pageOf('coordinator@plan.example');
      expect((await um.submit(homeOxygenBundle({ name: 'e2e-template', spo2: 85 }))).status).toBe(200);
      await page.goto('/work?tab=determined');
      const letterOf = async () => {
        const list = (await (await page.request.get('/api/cases?text=Akerman')).json()) as {
          rows: { caseId: string }[];
        };
        for (const { caseId } of list.rows) {
          const view = (await (await page.request.get(`/api/cases/${caseId}`)).json()) as CaseView;
          const own = view.state.notices.find((n) => n.templateId === 'approval-member' && n.templateVersion === '1');
          if (own) return { caseId, noticeId: own.noticeId };
        }
        return undefined;
      };
      await expect.poll(letterOf, patience).toBeDefined();
      const letter = await letterOf();
      const html = await (
        await page.request.get(`/api/cases/${letter?.caseId}/notices/${letter?.noticeId}/html`)
      ).text();
      expect(html).toContain(title);

      await page.goto('/letters');
      await page.getByRole('button', { name: /^Print \d+ letters? as one PDF$/ }).click();
      const pdf = page.getByRole('link', { name: 'Open the PDF' });
      await pdf.waitFor({ timeout: 20_000 });
      const file = await page.request.get((await pdf.getAttribute('href')) ?? '');
      expect(file.headers()['content-type']).toBe('application/pdf');
      await page.getByRole('link', { name: 'Print batches' }).click();
      await page.getByRole('button', { name: 'Hand to the carrier' }).first().click();
      const record = page.getByRole('button', { name: /^Record \d+ letters? as mailed$/ });
      await record.click();
      await record.waitFor({ state: 'detached', timeout: 20_000 });
      await page.goto(`/cases/${letter?.caseId}`);
      await page.getByText('Mailed', { exact: true }).first().waitFor();
    });

    test('nothing was complained of in the browser', () => {
      expect(complaints.flat()).toEqual([]);
    });
  },
);
