import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  CqlTranslator,
  createModelInfoProvider,
  createUcumService,
  LibraryManager,
  ModelManager,
  stringAsSource,
} from '@cqframework/cql/cql-to-elm';
import { criteriaSets } from '@openum/content/criteria/load.ts';
import { factCatalogue } from '@openum/content/fact/load.ts';
import type { Fact } from '@openum/domain/fact/fact.ts';
import { evaluate } from '@openum/domain/logic/evaluate.ts';
import { leafFindings } from '@openum/domain/logic/findings.ts';
import type { Truth } from '@openum/domain/logic/truth.ts';
import { convert } from '@openum/domain/logic/unit.ts';
import cqlFhir from 'cql-exec-fhir';
import cql from 'cql-execution';

/**
 * How many evaluations of the home oxygen criteria per second, beside the same logic in CQL on cql-execution.
 * Both must first agree on every worked example. Run: node bench/criteria/evaluate.ts
 */
const require = createRequire(import.meta.url);
const here = (file: string): string => readFileSync(path.join(import.meta.dirname, file), 'utf8');

const translated = (): unknown => {
  const fhirModel = path.join(path.dirname(require.resolve('cql-exec-fhir')), 'modelInfos/fhir-modelinfo-4.0.1.xml');
  const models = new ModelManager();
  models.modelInfoLoader.registerModelInfoProvider(
    createModelInfoProvider((id) => {
      if (id === 'System') return stringAsSource(here('system-modelinfo.xml'));
      return id === 'FHIR' ? stringAsSource(readFileSync(fhirModel, 'utf8')) : null;
    }),
  );
  const same = (value: string): string => value;
  const keep = <T>(a: T): T => a;
  const ucum = createUcumService(same, () => null, keep, keep);
  const libraries = new LibraryManager(models, undefined, undefined, ucum);
  const library = JSON.parse(CqlTranslator.fromText(here('home-oxygen.cql'), libraries).toJson());
  const errors = (library.library.annotation ?? []).filter(
    (a: { errorSeverity?: string }) => a.errorSeverity === 'error',
  );
  if (errors.length > 0) throw new Error(errors.map((e: { message: string }) => e.message).join('\n'));
  return library;
};

/** The unit in which the CQL text compares; CQL gets its values already converted. */
const unitOf = ({ key }: Fact): string => {
  const definition = factCatalogue.byKey.get(key);
  return definition?.kind === 'quantity' ? definition.unit : '';
};

const typedValue = (fact: Fact): object => {
  const { value } = fact;
  if (value.kind === 'quantity') {
    const unit = unitOf(fact);
    return { valueQuantity: { value: convert(value.value, value.unit, unit), code: unit } };
  }
  if (value.kind === 'boolean') return { valueBoolean: value.value };
  return value.kind === 'date' ? { valueDateTime: value.value } : { valueString: value.value };
};

const bundleOf = (facts: readonly Fact[], id: string): object => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    { resource: { resourceType: 'Patient', id } },
    ...facts.map((fact) => ({
      resource: {
        resourceType: 'Observation',
        id: fact.id,
        status: 'final',
        subject: { reference: `Patient/${id}` },
        code: { coding: [{ system: 'urn:openum:fact', code: fact.key }] },
        component: Object.entries(fact.qualifiers ?? {}).map(([text, valueString]) => ({
          code: { text },
          valueString,
        })),
        ...typedValue(fact),
      },
    })),
  ],
});

const set = criteriaSets.find((s) => s.id === 'medicare-home-oxygen');
if (set === undefined) throw new Error('the home oxygen criteria are missing');
const cases = set.vectors.filter((v) => v.tree === 'initial');

const library = new cql.Library(translated());
const executor = new cql.Executor(library, new cql.CodeService({}));
const moment = new cql.DateTime(2026, 3, 15, 12, 0, 0, 0, 0);
type DataProvider = Parameters<typeof executor.exec_expression>[1];

type Results = { readonly patientResults: Readonly<Record<string, { readonly Met?: boolean | null }>> };
const answers = ({ patientResults }: Results): Truth[] =>
  cases.map((_, i) => {
    const answer = patientResults[`p${i}`]?.Met;
    return answer === true ? 'met' : answer === false ? 'notMet' : 'unknown';
  });

/** As CQL is used in practice: FHIR bundles through cql-exec-fhir. */
const bundles = cases.map((v, i) => bundleOf(v.facts, `p${i}`));
const fhirSource = cqlFhir.PatientSource.FHIRv401();
const overFhir = async (): Promise<Truth[]> => {
  fhirSource.reset();
  fhirSource.loadBundles(bundles);
  return answers(await executor.exec_expression('Met', fhirSource, moment));
};

/** The most favourable case for CQL: objects made ready beforehand and found by code, so that only the engine is measured. */
const readyPatient = (facts: readonly Fact[], id: string): object => {
  const records = facts.map((fact) => {
    const { value } = fact;
    const code = new cql.Code(fact.key, 'urn:openum:fact');
    const number = value.kind === 'quantity' ? { value: convert(value.value, value.unit, unitOf(fact)) } : undefined;
    const plain = value.kind === 'date' ? cql.DateTime.parse(value.value) : value.value;
    return {
      key: fact.key,
      getCode: () => code,
      component: Object.entries(fact.qualifiers ?? {}).map(([text, q]) => ({
        code: { text: { value: text } },
        value: { value: q },
      })),
      value: { value: number ?? plain },
    };
  });
  const found = (_profile: string, details?: { codes?: readonly { code: string }[] }): object[] =>
    records.filter((r) => details?.codes?.some((c) => c.code === r.key) ?? true);
  return { id, getId: () => id, findRecords: found };
};
const ready = cases.map((v, i) => readyPatient(v.facts, `p${i}`));
const overObjects = async (): Promise<Truth[]> => {
  let next = 0;
  const source = { currentPatient: () => ready[next], nextPatient: () => ready[++next] } as unknown as DataProvider;
  return answers(await executor.exec_expression('Met', source, moment));
};

const ours = cases.map((v) => evaluate(set.initial, v.facts, v.context).truth);
for (const [name, run] of [
  ['FHIR', overFhir],
  ['objects', overObjects],
] as const) {
  const theirs = await run();
  const different = cases.filter((_, i) => ours[i] !== theirs[i]).map((v) => v.name);
  console.log(`same answer as CQL over ${name}: ${cases.length - different.length} of ${cases.length} worked examples`);
  if (different.length > 0) throw new Error(`the two disagree on: ${different.join('; ')}`);
}

/** Repeats a round of all cases until the time is up; evaluations per second. */
const rate = async (seconds: number, round: () => unknown): Promise<number> => {
  await round();
  const start = performance.now();
  let rounds = 0;
  while (performance.now() - start < seconds * 1000) {
    await round();
    rounds++;
  }
  return (rounds * cases.length) / ((performance.now() - start) / 1000);
};

for (let i = 0; i < 50; i++) for (const v of cases) evaluate(set.initial, v.facts, v.context);
const own = await rate(3, () => {
  for (const v of cases) evaluate(set.initial, v.facts, v.context);
});
const explained = await rate(3, () => {
  for (const v of cases) leafFindings(evaluate(set.initial, v.facts, v.context));
});
const engine = await rate(3, overObjects);
const practice = await rate(6, overFhir);
const shown = (n: number): string => Math.round(n).toLocaleString('en-US').padStart(10);
console.log(`domain/logic, answer per leaf:        ${shown(own)} evaluations/s`);
console.log(`domain/logic, with every explanation: ${shown(explained)} evaluations/s`);
console.log(`cql-execution over ready objects:     ${shown(engine)} evaluations/s`);
console.log(`cql-execution over FHIR bundles:      ${shown(practice)} evaluations/s`);
console.log(
  `ratio to ready objects: ${(own / engine).toFixed(0)}x, with explanations ${(explained / engine).toFixed(0)}x`,
);
console.log(
  `ratio to FHIR bundles:  ${(own / practice).toFixed(0)}x, with explanations ${(explained / practice).toFixed(0)}x`,
);
