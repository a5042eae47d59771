import { chromiumPath, noChromium } from '@openum/testkit/browser/chromium.ts';
import { adt } from '@openum/testkit/hl7/adt.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Installation, installation } from './installation.ts';

const chromium = chromiumPath();
const stamp = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:T]/g, '')}+0000`;

describe.skipIf(chromium === undefined)(
  `an admission told by a hospital's system (${chromium ?? noChromium})`,
  { timeout: 90_000 },
  () => {
    let um: Installation;
    beforeAll(async () => {
      um = await installation(chromium ?? '');
    });
    afterAll(async () => {
      await um?.stop();
    });

    test('with a wrong member number is completed by a person, and its discharge then ends the stay', async () => {
      const now = Date.now();
      const hour = 3_600_000;
      const about = {
        memberNumber: 'PHP10000',
        family: 'Kealoha',
        given: 'Malia',
        birthDate: '19580419',
        visit: 'E2E-1',
      };
      const told = { ...about, facility: 'Prairie General Hospital^1723456780', admittedAt: stamp(now - 5 * hour) };
      const first = await um.tell(adt({ ...told, control: 'E2E-A', sentAt: stamp(now) }));
      expect(first).toMatch(/MSA\|AE\|E2E-A\rERR\|\|PID\^1\^3\|204/);

      const page = await (await um.as('coordinator@plan.example')).newPage();
      await page.goto('/admission');
      const row = page.getByRole('row', { name: /Kealoha/ });
      await row.getByRole('button', { name: /Complete/ }).click();
      await page.getByRole('textbox', { name: 'Member' }).fill('Kealoha');
      await page.getByRole('option', { name: /Kealoha, Malia/ }).click();
      await page.getByRole('button', { name: 'Send the notice' }).click();
      await page.getByRole('heading', { name: /^Received as case UM-/ }).waitFor();
      await page.getByText(/The notice came in time/).waitFor();
      await page.getByRole('link', { name: 'Open the case' }).click();
      await page.getByRole('heading', { name: 'Admission notice' }).waitFor();

      const left = { ...told, control: 'E2E-B', event: 'A03', dischargedAt: stamp(now - hour), disposition: '01' };
      expect(await um.tell(adt({ ...left, sentAt: stamp(now) }))).toMatch(/MSA\|AA\|E2E-B/);
      await page.goto('/admission?list=discharged');
      await page
        .getByRole('row', { name: /Kealoha/ })
        .getByRole('link', { name: 'Open the case' })
        .click();
      await page
        .getByText(/Discharged/)
        .first()
        .waitFor();
    });
  },
);
