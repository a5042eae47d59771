import { chromiumPath, noChromium } from '@openum/testkit/browser/chromium.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaintsOf, type Installation, installation } from './installation.ts';

const chromium = chromiumPath();
const address = '/criteria/own/plan-home-oxygen';

describe.skipIf(chromium === undefined)(
  `criteria of a plan in a browser (${chromium ?? noChromium})`,
  { timeout: 60_000 },
  () => {
    let um: Installation;
    const complaints: (readonly string[])[] = [];
    const pageOf = async (email: string): Promise<Page> => {
      const page = await (await um.as(email)).newPage();
      complaints.push(complaintsOf(page));
      return page;
    };
    const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();
    /** Does something and waits until the server has kept it. */
    const kept = async (page: Page, change: () => Promise<void>) => {
      const answer = page.waitForResponse((r) => r.url().endsWith('/acts') && r.ok());
      await change();
      await answer;
      await page.getByText('All is kept').waitFor();
    };
    const points = async (page: Page): Promise<readonly string[]> =>
      (await page.getByRole('row').allInnerTexts()).map((t) => t.split('\n')[0] ?? '');

    beforeAll(async () => {
      um = await installation(chromium ?? '');
    });
    afterAll(async () => {
      await um?.stop();
    });

    test('points are moved and taken out by the keyboard, and brought back', async () => {
      const page = await pageOf('admin@plan.example');
      await page.goto(address);
      await page.getByRole('row', { name: 'Ordered and evaluated by the treating practitioner' }).click();
      const before = await points(page);
      await page.keyboard.press('Alt+ArrowDown');
      await expect.poll(() => points(page)).not.toEqual(before);
      await page.keyboard.press('Delete');
      await expect.poll(async () => (await points(page)).length).toBe(before.length - 1);
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      await expect.poll(() => points(page)).toEqual(before);
      await page.getByText('All is kept').waitFor();
    });

    test('a threshold is kept by itself, and an example that it breaks is named', async () => {
      const page = await pageOf('admin@plan.example');
      await page.goto(address);
      await page.getByRole('row', { name: 'PaO2 at or below 55 mmHg' }).first().click();
      await page.getByLabel('Value', { exact: true }).fill('56');
      await page.getByText('1 thing to mend before it can be handed in').waitFor();
      await page.getByText('All is kept').waitFor();
      await page.reload();
      await page.getByText('at most 56 mmHg').first().waitFor();
      await page.getByRole('row', { name: 'PaO2 at or below 55 mmHg' }).first().click();
      await page.getByLabel('Value', { exact: true }).fill('55');
      await page.getByText('Checked: nothing stands in the way').waitFor();
      await page.getByText('All is kept').waitFor();
    });

    test('the second of two writers learns of the first and loses nothing', async () => {
      const second = await pageOf('director@plan.example');
      await second.goto(address);
      await tab(second, 'Applies to');
      await second.getByLabel('Name', { exact: true }).waitFor();
      const first = await pageOf('admin@plan.example');
      await first.goto(address);
      await tab(first, 'Applies to');
      await kept(first, () => first.getByLabel('Citation').fill('NCD 240.2, as we read it'));
      await second.getByLabel('Evidence').fill('Our own review of 2026.');
      const told = second.getByRole('alert', { name: 'Somebody else wrote at this version' });
      await told.getByText('wrote at this version').waitFor();
      await told.getByText('How yours differs from theirs').click();
      await told.getByText('Evidence: “Our own review of 2026.”').waitFor();
      await told.getByRole('button', { name: 'Go on with theirs' }).click();
      await second.getByText('All is kept').waitFor();
      await expect
        .poll(() => second.getByLabel('Citation').inputValue(), { timeout: 10_000 })
        .toBe('NCD 240.2, as we read it');
    });

    test('a replay shows who would have been decided differently, and opens the way to publishing', async () => {
      const page = await pageOf('admin@plan.example');
      await page.goto(address);
      await tab(page, 'Applies to');
      await kept(page, () => page.getByRole('switch', { name: 'A met tree may approve by itself' }).click());
      await tab(page, 'Replay');
      await page.getByRole('button', { name: 'Run a replay' }).click();
      await page.getByRole('button', { name: /would have gone to a person/ }).click();
      await page.getByRole('heading', { name: 'Lines that would have come out otherwise' }).waitFor();
      await page.locator('main a[href^="/cases/"]').first().waitFor();
      await page.getByRole('button', { name: 'I have read this replay' }).click();
      await page.getByText('has written down that this replay was read').waitFor();
      await page.getByRole('button', { name: 'Hand in for approval' }).click();
      await page.getByLabel('For the one who approves it').fill('A person looks at every request.');
      await page.getByRole('button', { name: 'Hand in', exact: true }).click();
      await page.getByText('Version 1: Waits for approval').waitFor();
    });

    test('another person approves and publishes it, and the next request is read by it', async () => {
      const page = await pageOf('physician@plan.example');
      await page.goto(`${address}?part=versions`);
      await page.getByRole('button', { name: 'Approve version 1' }).click();
      await page.getByRole('button', { name: 'Publish version 1' }).click();
      await page.getByText('Version 1: Published').waitFor();
      expect((await um.submit(homeOxygenBundle({ name: 'e2e-criteria', spo2: 85 }))).status).toBe(200);
      const { rows } = (await (await page.request.get('/api/cases?text=Akerman')).json()) as {
        readonly rows: readonly { readonly caseId: string; readonly status: string }[];
      };
      expect(rows.map((r) => r.status)).toContain('clinicalReview');
    });

    test('nothing was complained of on any page', () => {
      expect(complaints.flat()).toEqual([]);
    });
  },
);
