import { AxeBuilder } from '@axe-core/playwright';
import { chromiumPath, noChromium } from '@openum/testkit/browser/chromium.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Installation, installation } from './installation.ts';

const chromium = chromiumPath();

/** Serious and critical findings, each with the rule and the first places where it is broken. */
const findings = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map(
      (v) =>
        `${v.id}: ${v.help}; ${v.nodes
          .slice(0, 3)
          .map((n) => n.target.join(' '))
          .join(' | ')}`,
    );
};

const pages = [
  { name: 'sign-in', email: undefined, path: '/sign-in', sign: 'Sign in' },
  { name: 'the work list', email: 'nurse@plan.example', path: '/work?tab=all', sign: 'Work list' },
  { name: 'the physician queue', email: 'physician@plan.example', path: '/physician', sign: 'Physician queue' },
  { name: 'admissions', email: 'coordinator@plan.example', path: '/admission?list=all', sign: 'Admissions' },
  {
    name: 'an admission notice',
    email: 'coordinator@plan.example',
    path: '/admission?enter=1',
    sign: 'Admission notice',
  },
  { name: 'intake', email: 'coordinator@plan.example', path: '/intake?state=all', sign: 'Intake' },
  { name: 'teams', email: 'director@plan.example', path: '/teams', sign: 'Teams and routing' },
  { name: 'a new request', email: 'coordinator@plan.example', path: '/new-request', sign: 'New request' },
  { name: 'the census', email: 'concurrent@plan.example', path: '/census', sign: 'Census' },
  { name: 'the appeals', email: 'appeals@plan.example', path: '/appeals?list=all', sign: 'Appeals' },
  { name: 'the overturn rates', email: 'appeals@plan.example', path: '/appeals/rates', sign: 'Overturn rates' },
  {
    name: 'who works under whom',
    email: 'director@plan.example',
    path: '/appeals/reporting-lines',
    sign: 'Who works under whom',
  },
  { name: 'a case', email: 'nurse@plan.example', path: 'case', sign: /^Case UM-/ },
  { name: 'the dashboard', email: 'director@plan.example', path: '/dashboard', sign: 'Dashboard' },
  {
    name: 'the cases behind a number',
    email: 'director@plan.example',
    path: '/dashboard/cases?open=true',
    sign: 'Cases',
  },
  { name: 'the clocks behind a number', email: 'director@plan.example', path: '/dashboard/clocks', sign: 'Clocks' },
  { name: 'file review', email: 'quality@plan.example', path: '/audit', sign: 'Audit' },
  { name: 'the public metrics', email: 'quality@plan.example', path: '/audit?tab=public', sign: 'Audit' },
  { name: 'the notifications', email: 'nurse@plan.example', path: '/notifications', sign: 'Notifications' },
] as const;

describe.skipIf(chromium === undefined)(
  `no page keeps anybody out (${chromium ?? noChromium})`,
  { timeout: 60_000 },
  () => {
    let um: Installation;
    beforeAll(async () => {
      um = await installation(chromium ?? '');
    });
    afterAll(async () => {
      await um?.stop();
    });

    test('the check sees what it looks for', async () => {
      const page = await (await um.nobody({})).newPage();
      await page.goto('/sign-in');
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await page.evaluate(`document.querySelector('main').append(document.createElement('img'))`);
      expect(await findings(page)).toEqual([expect.stringMatching(/^image-alt: /)]);
    });

    describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
      test.each(pages)('$name has no serious or critical finding', async ({ email, path, sign }) => {
        const look = { colorScheme, reducedMotion: 'reduce' } as const;
        const context = await (email === undefined ? um.nobody(look) : um.as(email, look));
        const page = await context.newPage();
        if (path === 'case') {
          const { rows } = await (await context.request.get('/api/cases?queue=clinical&text=Lindgren')).json();
          await page.goto(`/cases/${rows[0].caseId}`);
        } else await page.goto(path);
        await page.getByRole('heading', { level: 1, name: sign }).waitFor();
        await page.waitForLoadState('load');
        if (path.startsWith('/work') || path.startsWith('/physician'))
          await page.locator('[data-case]').first().waitFor();
        expect(await findings(page)).toEqual([]);
        await context.close();
      });
    });
  },
);
