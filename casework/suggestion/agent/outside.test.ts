import type { AgentId, SubjectKind } from '@openum/domain/suggestion/agent.ts';
import type { RunInput } from '@openum/domain/suggestion/run.ts';
import { coordinator } from '@openum/testkit/case/actors.ts';
import { aPlan, type Plan, scope, tenant } from '@openum/testkit/case/plan.ts';
import { modelSaying } from '@openum/testkit/model/fake.ts';
import {
  acted,
  admitted,
  type EpisodeBody,
  episodeOf,
  residential,
  submission,
  today,
} from '@openum/testkit/practice/episode.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import type { KeptMessage } from '../../port/caseStore.ts';
import type { LanguageModel } from '../../port/languageModel.ts';
import { projectEpisode } from '../../practice/episode/project.ts';
import { answerElsewhere } from '../elsewhere.ts';
import { turnSwitch } from '../settings.ts';
import { suggestionsElsewhere } from '../view.ts';
import { workOnRun } from '../work.ts';

let plan: Plan;
beforeEach(async () => {
  plan = await aPlan();
  await turnSwitch(plan.casework, tenant, coordinator, { kind: 'all' }, true, 'To try it.');
});

const ran = async (agent: AgentId, kind: SubjectKind, id: string, model: LanguageModel, input: RunInput = {}) => {
  const { suggestions } = plan.casework;
  const runId = plan.environment.newId();
  const askedAt = plan.environment.now();
  await suggestions.ask(scope, {
    runId,
    agent,
    agentVersion: '1',
    subject: { kind, id },
    input,
    services: [],
    askedAt,
  });
  const [taken] = await suggestions.take(scope, askedAt, 1, 60);
  if (!taken) throw new Error('given: no question waits');
  await workOnRun({ ...plan.casework, languageModel: model }, tenant, taken);
  return { runId, outcome: (await suggestions.run(scope, runId))?.outcome };
};

describe('a fax of an unknown person', () => {
  const fax = 'REQUEST\nMember number: PHP1000001, born 03/09/1951\nOxygen E1390 for J44.9, from 12/01/2026';
  const field = (name: string, value: string, quote: string) => ({
    field: name,
    value,
    document: 'D1',
    page: 1,
    quote,
  });
  const reading = (...suggestions: readonly object[]) => modelSaying(() => ({ abstain: null, suggestions }));

  beforeEach(async () => {
    const { cases, environment } = plan.casework;
    const bytes = new TextEncoder().encode(fax);
    const message: KeptMessage = {
      ...{ messageId: 'fax-1', clientId: 'fax', channel: 'fax', contentType: 'text/plain', bytes },
      ...{ sha256: environment.sha256Hex(fax), receivedAt: environment.now() },
    };
    await cases.keepMessage(scope, { ...message, outcome: 'waiting', answer: new Uint8Array() });
  });

  test('is read field by field, each with the words in which it stands', async () => {
    const model = reading(
      field('memberNumber', 'PHP1000001', 'Member number: PHP1000001'),
      field('memberBirthDate', '03/09/1951', 'born 03/09/1951'),
      field('serviceCode', 'E1390', 'Oxygen E1390'),
      field('serviceCode', 'E9999', 'Oxygen E1390'),
      field('diagnosisCode', 'J44.9', 'for J44.9'),
    );
    const { runId, outcome } = await ran('intake', 'message', 'fax-1', model);
    expect(outcome).toMatchObject({
      suggestions: [
        { field: 'memberNumber', value: 'PHP1000001' },
        { field: 'memberBirthDate', value: '1951-03-09' },
        { field: 'serviceCode', value: 'E1390' },
        { field: 'diagnosisCode', value: 'J44.9' },
      ],
      drops: { valueNotInQuote: 1 },
    });
    const subject = { kind: 'message', id: 'fax-1' } as const;
    const said = { runId, position: 0 };
    const answer = (verdict: 'accepted' | 'rejected') =>
      answerElsewhere(plan.casework, scope, coordinator, subject, { ...said, verdict });
    expect(await answer('rejected')).toMatchObject({ code: 'fieldMissing' });
    expect(await answer('accepted')).toBeUndefined();
    expect(await answer('accepted')).toMatchObject({ code: 'suggestionAnswered' });
    const [run] = (await suggestionsElsewhere(plan.casework, scope, { kind: 'message', id: 'fax-1' }, [])).runs;
    expect(run?.answers).toMatchObject([{ position: 0, verdict: 'accepted', by: coordinator.name }]);
  });

  describe('while names are taken out', () => {
    const lines = [
      'Patient: Rosalind Akerman, member number PHP1000001, DOB 03/09/1951',
      'From: Peoria Lung Clinic, NPI 1770000036, Dr. Imani Cole',
      'Home oxygen E1390 for J44.9 from 12/01/2026',
      'Akerman is breathless at rest, as Dr. Cole saw.',
    ];
    const keepFax = async (...more: readonly string[]) => {
      const { cases, environment } = plan.casework;
      const text = [...lines, ...more].join('\n');
      await cases.keepMessage(scope, {
        ...{ messageId: 'fax-2', clientId: 'fax', channel: 'fax', contentType: 'text/plain', outcome: 'waiting' },
        ...{
          bytes: new TextEncoder().encode(text),
          sha256: environment.sha256Hex(text),
          receivedAt: environment.now(),
        },
        answer: new Uint8Array(),
      });
    };
    const said = async (...suggestions: readonly object[]) => {
      const model = modelSaying(() => ({ abstain: null, suggestions }), { redaction: 'all' });
      return { model, ...(await ran('intake', 'message', 'fax-2', model)) };
    };
    const quoted = (name: string, value: string, quote: string) => field(name, value, quote);

    test('identity is read by rules, and the model sees place-holders and is not asked for it', async () => {
      await keepFax();
      const { model, outcome } = await said();
      expect(outcome?.fromRules).toMatchObject([
        { field: 'memberNumber', value: 'PHP1000001', citation: { quote: 'member number PHP1000001' } },
        { field: 'memberBirthDate', value: '1951-03-09' },
        { field: 'providerNpi', value: '1770000036' },
      ]);
      const { prompt = '' } = model.asked[0] ?? {};
      for (const word of ['Rosalind', 'Akerman', 'PHP1000001', '1951', 'Imani', 'Cole', '1770000036', 'Peoria', '2026'])
        expect(prompt).not.toContain(word);
      expect(prompt).toContain('FIELDS\nserviceCode, diagnosisCode, serviceStart, rationale\n');
      expect(prompt).toContain('oxygen E1390 for J44.9');
    });

    test('its answer gets the words back that were taken out, and they stand on the page', async () => {
      await keepFax();
      const { model } = await said();
      const { prompt = '' } = model.asked[0] ?? {};
      const day = /J44\.9 from (\[DATE-\d+\])/.exec(prompt)?.[1] ?? '';
      const why = prompt.split('\n').find((l) => l.includes('breathless')) ?? '';
      const { outcome } = await said(
        quoted('serviceCode', 'E1390', 'Home oxygen E1390'),
        quoted('serviceStart', day, `for J44.9 from ${day}`),
        quoted('rationale', why, why),
      );
      expect(outcome).toMatchObject({
        drops: {},
        suggestions: [
          { field: 'serviceCode', value: 'E1390' },
          { field: 'serviceStart', value: '2026-12-01' },
          { field: 'rationale', value: 'Akerman is breathless at rest, as Dr. Cole saw.' },
        ],
      });
    });

    test.each<[string, string, object]>([
      [
        'a place-holder that stands for nothing',
        'quoteNotFound',
        quoted('serviceStart', '[DATE-77]', 'from [DATE-77]'),
      ],
      ['a place-holder of another field', 'valueNotInQuote', quoted('serviceStart', '[DATE-1]', 'Home oxygen E1390')],
      ['identity that it was not asked for', 'wrongKind', quoted('memberNumber', '[ID-1]', 'member number [ID-1]')],
      ['a number that it makes up', 'wrongKind', quoted('memberNumber', 'PHP1000009', 'Home oxygen E1390')],
      ['a code that is not on the page', 'valueNotInQuote', quoted('serviceCode', 'E0431', 'Home oxygen E1390')],
    ])('%s is dropped', async (_, reason, lie) => {
      await keepFax();
      expect((await said(lie)).outcome).toMatchObject({ suggestions: [], drops: { [reason]: 1 } });
    });

    test('a fax that names a diagnosis under 42 CFR Part 2 is not sent', async () => {
      await keepFax('Second diagnosis F11.20');
      const { model, outcome } = await said();
      expect(outcome).toEqual({ kind: 'failed', because: 'protectedRecord' });
      expect(model.asked).toEqual([]);
    });

    test('a service on it that is switched off keeps it from the model, and what rules read stands', async () => {
      await keepFax();
      const target = { kind: 'service', code: 'E1390' } as const;
      await turnSwitch(plan.casework, tenant, coordinator, target, false, 'Not this one.');
      const { model, outcome } = await said();
      expect(outcome).toMatchObject({ kind: 'failed', because: 'switchedOff', by: target });
      expect(outcome?.fromRules).toHaveLength(3);
      expect(model.asked).toEqual([]);
    });

    test('a fax without a known service is under the switches of all and of its agent', async () => {
      await keepFax();
      await turnSwitch(plan.casework, tenant, coordinator, { kind: 'service', code: 'A0000' }, false, 'Not this one.');
      expect((await said()).outcome).toMatchObject({ kind: 'abstained' });
      await turnSwitch(plan.casework, tenant, coordinator, { kind: 'agent', agent: 'intake' }, false, 'Too slow.');
      expect((await said()).outcome).toEqual({
        ...{ kind: 'failed', because: 'switchedOff', by: { kind: 'agent', agent: 'intake' } },
      });
    });
  });
});

describe('a denial of a practice', () => {
  const told = submission({ clinicalSummary: 'Withdrawal score of 18 in the morning; drank the day before.' });
  const denial: EpisodeBody = {
    ...{ type: 'RecordDenial', denialId: 'denial-1', submissionId: told.submissionId, coverageId: told.coverageId },
    ...{ source: 'letter', receivedOn: today, from: told.from, to: told.to, amount: 90_000 },
    ...{ adjustmentCodes: [], remarkCodes: [], reason: 'Not shown to need this level.' },
  };
  const arguing = (text: string, quote: string) =>
    modelSaying(() => ({ abstain: null, suggestions: [{ text, quotes: [{ document: 'D1', page: 1, quote }] }] }));

  const keep = async (part2 = false) => {
    const story = acted(admitted, { type: 'RecordSubmission', ...told }, denial);
    const events = story.events.map((e) =>
      part2 && e.type === 'EpisodeOpened'
        ? { ...e, data: { ...e.data, patient: { ...e.data.patient, part2: true } } }
        : e,
    );
    const outcome = await plan.store.episodes.append(scope, {
      ...{ episodeId: 'episode-1', expectedVersion: 0, events: events as typeof story.events },
      rows: projectEpisode('episode-1', episodeOf(story)),
    });
    expect(outcome.kind).toBe('appended');
  };
  const input = { denialId: 'denial-1' };

  test('gets arguments that stand in what the payer was told', async () => {
    await keep();
    const good = arguing('The payer was told of a withdrawal score of 18.', 'Withdrawal score of 18');
    expect((await ran('appeal', 'episode', 'episode-1', good, input)).outcome).toMatchObject({
      suggestions: [{ kind: 'appealDraft', citations: [{ documentId: `submission:${told.submissionId}`, page: 1 }] }],
    });
    const liar = arguing('The payer was told of a score of 25.', 'Withdrawal score of 25');
    expect((await ran('appeal', 'episode', 'episode-1', liar, input)).outcome).toMatchObject({
      drops: { quoteNotFound: 1 },
    });
  });

  test('of a service that is switched off stays with people', async () => {
    await keep();
    const { code } = residential;
    await turnSwitch(plan.casework, tenant, coordinator, { kind: 'service', code }, false, 'Not this one.');
    const model = arguing('x', 'y');
    expect((await ran('appeal', 'episode', 'episode-1', model, input)).outcome).toEqual({
      ...{ kind: 'failed', because: 'switchedOff', by: { kind: 'service', code } },
    });
    expect(model.asked).toEqual([]);
  });

  test('under 42 CFR Part 2 goes to a model on this machine only', async () => {
    await keep(true);
    const away = { ...arguing('x', 'y'), onThisMachine: false };
    expect((await ran('appeal', 'episode', 'episode-1', away, input)).outcome).toEqual({
      ...{ kind: 'failed', because: 'protectedRecord' },
    });
  });
});
