import { addDays, dateInZone, instant, zoneId } from '@openum/domain/time/instant.ts';
import type { CaseView } from '@openum/http/contract/case.ts';
import type { ExtractedFactsView } from '@openum/http/contract/extraction.ts';
import type { ModelView, SuggestionsOf } from '@openum/http/contract/suggestion.ts';
import { chromiumPath, noChromium } from '@openum/testkit/browser/chromium.ts';
import { homeOxygenBundle } from '@openum/testkit/fhir/bundles.ts';
import { type Asked, type ScriptedModel, scriptedModel } from '@openum/testkit/model/server.ts';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faxPdf } from '../demo/faxPdf.ts';
import { complaintsOf, type Installation, installation } from './installation.ts';

const chromium = chromiumPath();
const patience = { timeout: 20_000, interval: 150 };
/** Before the new fax the documents of the demonstration are read. */
const untilRead = { timeout: 75_000, interval: 250 };

const today = dateInZone(instant(new Date().toISOString()), zoneId('America/Chicago'));
const us = (day: string): string => day.replace(/^(\d+)-(\d+)-(\d+)$/, '$2/$3/$1');

const swollen = 'Both ankles are swollen; her cardiologist puts it down to the failing heart.';
const catheter = 'The right heart catheter showed a mean pressure of 38 in the lung artery.';
const corridor = 'With two liters flowing she walked the whole corridor and kept her color.';
const fax = [
  'PROGRESS NOTE',
  `Date of service: ${us(addDays(today, -2))}`,
  'Hematocrit 52 % on the complete blood count.',
  swollen,
  catheter,
];
const update = ['ADDENDUM', `Date of service: ${us(addDays(today, -1))}`, corridor];

/** The short name and the page under which a question shows these words. */
const placeIn = ({ prompt }: Asked, words: string) => {
  const [before = ''] = prompt.split(words);
  const [, document, page] = [...before.matchAll(/<page document="(D\d+)" number="(\d+)"/g)].at(-1) ?? [];
  return { document, page: Number(page) };
};

const entry = (fact: string, quote: string, asked: Asked, at = quote) => ({
  ...{ fact, number: null, unit: null, yesNo: true, choice: null, day: null, words: null, measuredOn: null },
  ...{ qualifiers: [], ...placeIn(asked, at), quote },
});

const silent = { kind: 'json', value: { abstain: 'Nothing fits.', suggestions: [] } } as const;

/** Finds what stands there, and makes up something beside it; of every other case it says nothing. */
const readsAndLies = (asked: Asked) => {
  if (!asked.prompt.includes(swollen)) return silent;
  const found = asked.prompt.includes(corridor)
    ? [entry('oxygen.improvesExerciseHypoxemia', corridor, asked)]
    : [entry('oxygen.dependentEdema', swollen, asked)];
  const lie = entry('oxygen.pulmonaryHypertension', 'Pulmonary hypertension is proven.', asked, swollen);
  return { kind: 'json', value: { abstain: null, suggestions: [...found, lie] } } as const;
};

describe.skipIf(chromium === undefined)(
  `reading a case with a model beside it in a browser (${chromium ?? noChromium})`,
  { timeout: 120_000 },
  () => {
    let um: Installation;
    let model: ScriptedModel;
    let nurse: Page;
    let director: Page;
    let caseId = '';
    const complaints: (readonly string[])[] = [];

    const watched = async (email: string): Promise<Page> => {
      const page = await (await um.as(email)).newPage();
      complaints.push(complaintsOf(page));
      return page;
    };
    const read = async <T>(page: Page, path: string): Promise<T> => (await page.request.get(path)).json() as Promise<T>;
    const view = () => read<CaseView>(nurse, `/api/cases/${caseId}`);
    const truthOf = async (label: string) =>
      (await view()).state.evaluations.flatMap((e) => e.leaves).find((l) => l.label === label)?.truth;

    const arrives = async (name: string, lines: readonly string[]): Promise<void> => {
      const answer = await nurse.request.post(`/api/cases/${caseId}/documents?title=${encodeURIComponent(name)}`, {
        headers: { 'x-openum': '1', 'content-type': 'application/pdf' },
        data: Buffer.from(faxPdf(lines)),
      });
      expect(answer.ok()).toBe(true);
    };
    const suggested = async (runs: number): Promise<void> => {
      const done = async () =>
        (await read<SuggestionsOf>(nurse, `/api/cases/${caseId}/suggestions`)).runs.filter((r) => r.outcome).length;
      await expect.poll(done, untilRead).toBe(runs);
    };

    const points = (): Locator => nurse.getByRole('region', { name: 'Points of the criteria' });
    const here = (): Locator =>
      points()
        .getByRole('listitem')
        .filter({ has: nurse.locator('[aria-current="true"]') })
        .last();
    const current = (): Locator => points().locator('button[aria-current="true"]');
    /** Walks by one key until the point on which one stands is that one; the address says on which, since some have one name. */
    const walkTo = async (key: string, label: string): Promise<void> => {
      const leaf = () => new URL(nurse.url()).searchParams.get('leaf');
      for (let steps = 0; steps < 40 && (await current().textContent()) !== label; steps++) {
        const before = leaf();
        await nurse.keyboard.press(key);
        await expect.poll(leaf, patience).not.toBe(before);
      }
      expect(await current().textContent()).toBe(label);
    };

    const openDocument = async (title: RegExp): Promise<void> => {
      const choice = nurse.getByRole('combobox', { name: 'Document', exact: true });
      await choice.selectOption((await choice.getByRole('option', { name: title }).getAttribute('value')) ?? '');
    };

    beforeAll(async () => {
      model = await scriptedModel(readsAndLies);
      um = await installation(chromium ?? '', {
        model: {
          ...{ url: model.url, name: 'scripted', format: 'schema', timeoutSeconds: 20, retries: 0, atOnce: 1 },
          ...{ callsPerDay: 100, tokensPerDay: 1_000_000, redaction: 'all', takesPart2: false },
        },
      });
      director = await watched('director@plan.example');
      const on = { target: { kind: 'all' }, on: true, reason: 'A pilot of reading.' };
      const turned = await director.request.post('/api/model/switches', { headers: { 'x-openum': '1' }, data: on });
      expect(turned.ok()).toBe(true);
      nurse = await watched('nurse@plan.example');
      const sent = await um.submit(homeOxygenBundle({ name: 'e2e-reading', spo2: 89 }));
      expect(sent.status).toBe(200);
      const { rows } = await read<{ rows: readonly { caseId: string }[] }>(director, '/api/reports/cases?limit=1');
      caseId = rows[0]?.caseId ?? '';
    });
    afterAll(async () => {
      await um?.stop();
      await model?.stop();
    });

    test('a fax that arrives is read, and what was read is offered at its point with the words of the page', async () => {
      await arrives('Fax of the clinic', fax);
      await suggested(1);
      const offered = async () =>
        (await read<ExtractedFactsView>(nurse, `/api/cases/${caseId}/extracted-facts`)).facts.map((f) => f.fact.key);
      await expect.poll(offered, patience).toContain('lab.hematocrit');
      await nurse.goto(`/cases/${caseId}/read`);
      await points().getByText('Hematocrit above 56 %', { exact: true }).first().waitFor();
      expect(await truthOf('Hematocrit above 56 %')).toBe('unknown');
      await walkTo('u', 'Hematocrit above 56 %');
      await here().getByText('“Hematocrit 52 %', { exact: false }).waitFor();
    });

    test('a key leads from the point to the words on the page, and another takes them as a fact', async () => {
      await nurse.keyboard.press('e');
      await nurse.getByRole('group', { name: /^Page 1/ }).waitFor();
      await expect.poll(() => nurse.locator('[data-current]').count(), patience).toBeGreaterThan(0);
      await here().locator('[data-shown]').waitFor();
      await nurse.keyboard.press('y');
      await nurse.getByText(/is taken as a fact; the criteria were read again/).waitFor();
      expect(await truthOf('Hematocrit above 56 %')).toBe('notMet');
      await here().getByText('Not met', { exact: true }).waitFor();
    });

    test('words that are marked on the page become a fact, and the answer of the tree turns', async () => {
      const label = 'Pulmonary hypertension or cor pulmonale';
      const whole = async () => (await view()).state.evaluations.at(-1)?.truth;
      expect(await whole()).not.toBe('met');
      await walkTo('u', label);
      await openDocument(/^Fax of the clinic/);
      const sheet = nurse.getByRole('group', { name: /^Page 1/ });
      const from = await sheet.getByText(/^The right heart/).boundingBox();
      const to = await sheet.getByText('artery.').boundingBox();
      if (!from || !to) throw new Error('the words are not on the page');
      await nurse.mouse.move(from.x + 1, from.y + from.height / 2);
      await nurse.mouse.down();
      await nurse.mouse.move(to.x + to.width - 1, to.y + to.height / 2, { steps: 8 });
      await nurse.mouse.up();
      const marked = nurse.getByRole('region', { name: 'Marked words' });
      await marked.getByText('mean pressure of 38').waitFor();
      await nurse.keyboard.press('f');
      const form = nurse.getByRole('form', { name: `Add a fact for ${label}` });
      await form.getByLabel('Answer').selectOption('Yes');
      await form.getByLabel('Date it was true or measured').fill(addDays(today, -2));
      await form.getByRole('button', { name: 'Record and read the criteria again' }).click();
      await expect.poll(whole, patience).toBe('met');
      await expect.poll(() => truthOf(label), patience).toBe('met');
      const fact = (await view()).state.facts.at(-1);
      expect(fact).toMatchObject({ key: 'oxygen.pulmonaryHypertension', source: { kind: 'document', page: 1 } });
    });

    test('a suggestion with a false quote never shows; a true one is taken in the nurse’s name', async () => {
      await nurse.goto(`/cases/${caseId}`);
      const cards = nurse.getByRole('list', { name: 'Suggestions, facts from documents' });
      await cards.getByText(swollen).waitFor();
      expect(await cards.getByRole('listitem').count()).toBe(1);
      expect(await nurse.getByText('Pulmonary hypertension is proven.').count()).toBe(0);
      expect(model.asked.at(-1)?.prompt).not.toMatch(/Akerman|PHP1000001/);
      await cards.getByRole('button', { name: /^Take as a fact/ }).click();
      await nurse.getByText('The suggestion is taken, in your name.').waitFor();
      expect(await truthOf('Dependent edema that suggests heart failure')).toBe('met');
    });

    test('an update that arrives is marked as new on the reading page, and a key leads to it', async () => {
      await arrives('Update of the clinic', update);
      await suggested(2);
      await nurse.goto(`/cases/${caseId}/read`);
      await nurse.getByRole('status').filter({ hasText: '1 document' }).waitFor();
      await nurse.getByRole('option', { name: /Update of the clinic \(new\)/ }).waitFor({ state: 'attached' });
      await nurse.keyboard.press('c');
      await nurse
        .getByRole('group', { name: /^Page 1/ })
        .getByText(/^With two liters/)
        .waitFor();
    });

    test('a suggestion is rejected with the reason', async () => {
      await nurse.goto(`/cases/${caseId}`);
      const cards = nurse.getByRole('list', { name: 'Suggestions, facts from documents' });
      await cards.getByText(corridor).waitFor();
      await cards.getByRole('button', { name: /^Reject/ }).click();
      await cards.getByLabel('Or another reason').fill('Walking is no measurement of oxygen.');
      await cards.getByRole('button', { name: 'Reject', exact: true }).click();
      await nurse.getByText('The suggestion is rejected.').waitFor();
      expect(await truthOf('Oxygen improves it')).not.toBe('met');
    });

    test('the page of the model counts both and the lies, and each number opens its list', async () => {
      const { figures } = await read<ModelView>(director, '/api/model');
      expect(figures).toMatchObject([{ agent: 'extraction', shown: 2, accepted: 1, rejected: 1, quotesFalse: 2 }]);
      await director.goto('/model');
      await director.getByRole('link', { name: '1 rejected' }).click();
      const row = director.getByRole('row').filter({ hasText: corridor });
      await row.getByText('Walking is no measurement of oxygen.').waitFor();
      await director.getByRole('button', { name: 'Back' }).click();
      await director.getByRole('link', { name: '2 false, shown to nobody' }).click();
      await director.getByRole('heading', { name: 'Questions to the model' }).waitFor();
      await expect.poll(() => director.getByText('1 quote not on its page').count(), patience).toBe(2);
      expect(await director.getByText('Pulmonary hypertension is proven.').count()).toBe(0);
    });

    test('nobody had to see an error', () => {
      expect(complaints.flat()).toEqual([]);
    });
  },
);
