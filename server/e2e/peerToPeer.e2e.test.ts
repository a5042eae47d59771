import type { CaseView } from '@openum/http/contract/case.ts';
import { chromiumPath, noChromium } from '@openum/testkit/browser/chromium.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { complaintsOf, type Installation, installation } from './installation.ts';

const chromium = chromiumPath();
const patience = { timeout: 15_000, interval: 100 };

describe.skipIf(chromium === undefined)(
  `a peer-to-peer by link in a browser (${chromium ?? noChromium})`,
  { timeout: 60_000 },
  () => {
    let um: Installation;
    let physician: Page;
    let clinician: Page;
    let caseId = '';
    let link = '';
    const complaints: (readonly string[])[] = [];

    const watched = (page: Page): Page => {
      complaints.push(complaintsOf(page));
      return page;
    };
    const view = async (): Promise<CaseView> => (await physician.request.get(`/api/cases/${caseId}`)).json();
    const act = (name: string) => physician.getByLabel('Actions on this case').getByRole('button', { name });
    const talk = () => physician.getByRole('region', { name: /^Peer-to-peer/ });

    beforeAll(async () => {
      um = await installation(chromium ?? '');
      physician = watched(await (await um.as('physician@plan.example')).newPage());
    });
    afterAll(async () => {
      await um?.stop();
    });

    test('a physician offers a talk with times, and gets a link to hand over', async () => {
      await um.submit(homeOxygenBundle({ name: 'e2e-talk', spo2: 89 }));
      const { rows } = await (await physician.request.get('/api/cases?text=Akerman')).json();
      caseId = rows.find((r: { senderReference: string }) => r.senderReference === 'e2e-talk-1').caseId;
      await physician.goto(`/cases/${caseId}`);
      await act('Offer peer-to-peer').click();
      const form = physician.getByRole('region', { name: 'Offer a peer-to-peer' });
      await form.getByRole('textbox', { name: 'Clinician', exact: true }).fill('Dr. Amara Osei');
      await form.getByLabel('NPI of the clinician').fill('1770000056');
      await form.getByRole('button', { name: 'Record the offer' }).click();
      await expect.poll(async () => (await view()).state.peerToPeer.length, patience).toBe(1);
      await talk().getByRole('button', { name: 'Make a link for the clinician' }).click();
      link = await talk().getByLabel('Give this link to the clinician').inputValue();
      expect(link).toContain('/p2p/');
    });

    test('a link shows nothing of the patient before the second factor, and a wrong one opens nothing', async () => {
      clinician = watched(await (await um.nobody({ viewport: { width: 390, height: 800 } })).newPage());
      await clinician.goto(link);
      await clinician.getByLabel('Your NPI').fill('1770000056');
      expect(await clinician.textContent('body')).not.toContain('Akerman');
      await clinician.getByLabel('Date of birth of the patient').fill('1951-03-10');
      await clinician.getByRole('button', { name: 'Continue' }).click();
      await clinician.getByRole('alert').waitFor();
      expect(await clinician.textContent('body')).not.toContain('Akerman');
    });

    test('with NPI and date of birth the clinician reads the questions and takes a time', async () => {
      await clinician.getByLabel('Date of birth of the patient').fill('1951-03-09');
      await clinician.getByRole('button', { name: 'Continue' }).click();
      await clinician.getByText('Akerman').waitFor();
      await clinician.getByRole('radio').first().check();
      await clinician.getByLabel('Number to call').fill('309-555-0140');
      await clinician.locator('button[type="submit"]').click();
      await clinician.getByRole('button', { name: 'Change the time' }).waitFor();
      const [offer] = (await view()).state.peerToPeer;
      expect(offer?.scheduled).toMatchObject({ callBack: '309-555-0140' });
      expect((await view()).timeline.at(-1)?.actor).toMatchObject({ kind: 'guest', npi: '1770000056' });
    });

    test('the desk sees the agreed time on the board without a reload, holds the talk and writes down its outcome', async () => {
      await talk().getByText('Agreed', { exact: true }).waitFor();
      await talk().getByRole('button', { name: 'Held' }).click();
      const form = physician.getByRole('region', { name: 'Record the peer-to-peer' });
      await form.getByLabel('Credentials').fill('Pulmonologist, IL 036.998877');
      await form
        .getByLabel('What was said')
        .fill('A test during sleep on 18 November fell to 86 percent for six minutes.');
      await form.getByLabel('What came of it').selectOption({ index: 1 });
      await form.getByLabel('What it means for the decision').fill('The sleep test is to be sent before the decision.');
      await form.getByRole('button', { name: 'Record that it was held' }).click();
      await expect.poll(async () => (await view()).state.peerToPeer[0]?.held?.notes, patience).toContain('86 percent');
    });

    test('no page complained of anything but what was refused on purpose', () => {
      expect(complaints.flat()).toEqual([]);
    });
  },
);
