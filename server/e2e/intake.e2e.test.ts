import type { CaseView } from '@openum/http/contract/case.ts';
import { chromiumPath, noChromium } from '@openum/testkit/browser/chromium.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faxPdf } from '../demo/faxPdf.ts';
import { type Installation, installation } from './installation.ts';

const chromium = chromiumPath();

describe.skipIf(chromium === undefined)(`a fax in a browser (${chromium ?? noChromium})`, { timeout: 60_000 }, () => {
  let um: Installation;
  let page: Page;
  let caseId = '';

  const choose = async (label: string, words: string, option: RegExp): Promise<void> => {
    await page.getByRole('textbox', { name: label, exact: false }).first().fill(words);
    await page.getByRole('option', { name: option }).first().click();
  };

  beforeAll(async () => {
    um = await installation(chromium ?? '');
    page = await (await um.as('coordinator@plan.example', {})).newPage();
  });
  afterAll(async () => {
    await um?.stop();
  });

  test('is uploaded first and stands on the intake list at once', async () => {
    await page.goto('/intake');
    await page.getByRole('button', { name: 'Upload a fax or letter' }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'File' }).click();
    await (await chooser).setFiles({
      name: 'fax.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(faxPdf(['Knee replacement for member PHP1000014'])),
    });
    await page.getByLabel('Sender').fill('Erie General Surgery Group');
    await page.getByRole('button', { name: 'Upload and enter it' }).click();
    await page.waitForURL(/\/intake\/[0-9a-f-]{36}$/);
    const { rows } = await (await page.request.get('/api/intake?state=waiting')).json();
    expect(rows.map((r: { senderName?: string }) => r.senderName)).toContain('Erie General Surgery Group');
  });

  test('is entered beside the document and becomes a routed case that names what is missing', async () => {
    await choose('Member', 'Nakamura', /PHP1000014/);
    await choose('Requesting provider', 'Hill Country', /1245319599/);
    await choose('Diagnoses', 'M17.12', /M17\.12/);
    await choose('Services', '27447', /27447/);
    await page.getByLabel('First day').fill('2027-02-01');
    await page.getByRole('button', { name: 'Check and send' }).click();
    await page.getByRole('button', { name: 'Send the request' }).click();
    await page.getByRole('heading', { name: /^Received as case UM-/ }).waitFor();
    await page.getByRole('link', { name: 'Open the case' }).click();
    await page.waitForURL(/\/cases\//);
    caseId = page.url().split('/').at(-1) ?? '';
    const view: CaseView = await (await page.request.get(`/api/cases/${caseId}`)).json();
    expect(view.state.request.channel).toBe('fax');
    expect(view.state.routed?.team.name).toBe('Medical and surgical');
    expect(view.state.assignee).toBeDefined();
    expect(view.intake.checklist.map((p) => p.state)).toEqual(['unknown', 'unknown', 'unknown']);
    await page.getByRole('region', { name: /^Checklist of documents/ }).waitFor();
  });

  test('is told apart from another request by a person, with the reason in the record', async () => {
    const { rows } = await (await page.request.get('/api/intake?state=possibleDuplicate')).json();
    const phone = rows.find((r: { channel: string }) => r.channel === 'phone');
    await page.goto(`/cases/${phone.caseId}`);
    await page.getByRole('textbox', { name: /^Is it the same as UM-/ }).fill('The other knee.');
    await page.getByRole('button', { name: 'Not a duplicate' }).click();
    await page.getByText('Ruled out').waitFor();
    const view: CaseView = await (await page.request.get(`/api/cases/${phone.caseId}`)).json();
    expect(view.state.possibleDuplicates[0]?.ruledOut?.reason).toBe('The other knee.');
  });
});
