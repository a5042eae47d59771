import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { homeOxygenBundle, requestBuilders } from '@openum/testkit/fhir/bundles.ts';
import { type Json, positionOf, withAt, withoutEntry } from '@openum/testkit/fhir/mutate.ts';
import { pasProfileFile } from '@openum/testkit/fhir/profiles/load.ts';
import { describe, expect, test } from 'vitest';
import { pasOracle } from '../../validator/pasOracle.ts';
import { checkSubmission } from './submit.ts';

const guide = path.join(import.meta.dirname, '../../../../shared/fhir/examples/pas');
const oracle = pasOracle(pasProfileFile());
const good = homeOxygenBundle();
const claim = 'entry.0.resource';
const at = (type: string) => `entry.${positionOf(good, type)}.resource`;
const expressionOf = (dotted: string) => dotted.replace(/\.(\d+)/g, '[$1]');

describe('a request that follows the guide', () => {
  const examples = existsSync(guide)
    ? readdirSync(guide).filter((f) => /^Bundle-.*(Authorization(Update)?|Request)Bundle/.test(f))
    : [];
  test.skipIf(examples.length === 0)('every request example of the PAS guide is accepted', () => {
    const refused = examples.filter(
      (f) => checkSubmission(JSON.parse(readFileSync(path.join(guide, f), 'utf8'))).kind !== 'checked',
    );
    expect(refused).toEqual([]);
    expect(examples.length).toBeGreaterThanOrEqual(5);
  });

  test.each(Object.entries(requestBuilders))('our fixture %s is accepted without a warning', (_, build) => {
    expect(checkSubmission(build())).toMatchObject({ kind: 'checked', warnings: [] });
  });

  test.each(Object.entries(requestBuilders))('the oracle agrees about our fixture %s', (_, build) => {
    expect(oracle(build(), 'pas-request-bundle')).toEqual([]);
  });
});

/** Name, the broken Bundle, the expression that the error must name. */
const mutants: readonly (readonly [string, Json, string])[] = [
  ['the Bundle is a searchset', withAt(good, 'type', 'searchset'), 'Bundle.type'],
  ['the Bundle has no identifier', withAt(good, 'identifier', undefined), 'Bundle.identifier'],
  ['the Bundle has no timestamp', withAt(good, 'timestamp', undefined), 'Bundle.timestamp'],
  ['the timestamp has no offset', withAt(good, 'timestamp', '2026-11-20T10:00:00'), 'Bundle.timestamp'],
  ['an entry has no fullUrl', withAt(good, 'entry.3.fullUrl', undefined), 'Bundle.entry[3].fullUrl'],
  ['a fullUrl is relative', withAt(good, 'entry.3.fullUrl', 'Coverage/1'), 'Bundle.entry[3].fullUrl'],
  ['an entry has a request', withAt(good, 'entry.1.request', { method: 'PUT' }), 'Bundle.entry[1].request'],
  ['an entry has a search part', withAt(good, 'entry.1.search', { mode: 'match' }), 'Bundle.entry[1].search'],
  ['an entry appears twice', { ...good, entry: [...(good.entry as Json[]), (good.entry as Json[])[1]] }, 'fullUrl'],
  [
    'an update does not bring its predecessor',
    withAt(good, `${claim}.related`, [
      {
        claim: { reference: (good.entry as { fullUrl: string }[])[0]!.fullUrl },
        relationship: { coding: [{ code: 'prior' }] },
      },
    ]),
    `${claim}.related`,
  ],
  ['the first entry is a Patient', withAt(good, `${claim}.resourceType`, 'Patient'), 'Bundle.entry[0].resource'],
  ['the Claim has no identifier', withAt(good, `${claim}.identifier`, undefined), `${claim}.identifier`],
  [
    'an identifier has no system',
    withAt(good, `${claim}.identifier.0.system`, undefined),
    `${claim}.identifier.0.system`,
  ],
  ['the Claim is a draft', withAt(good, `${claim}.status`, 'draft'), `${claim}.status`],
  ['the Claim is a claim', withAt(good, `${claim}.use`, 'claim'), `${claim}.use`],
  ['the Claim is for pharmacy', withAt(good, `${claim}.type.coding.0.code`, 'pharmacy'), `${claim}.type`],
  ['created is a month that does not exist', withAt(good, `${claim}.created`, '2026-13'), `${claim}.created`],
  ['the patient is missing', withAt(good, `${claim}.patient`, undefined), `${claim}.patient`],
  ['the patient is not in the Bundle', withoutEntry(good, 'Patient'), `${claim}.patient.reference`],
  ['the coverage is not in the Bundle', withoutEntry(good, 'Coverage'), 'coverage.reference'],
  [
    'the patient is an organization',
    withAt(good, `${claim}.patient`, (good.entry as { resource: Json }[])[0]!.resource.insurer),
    `${claim}.patient`,
  ],
  ['the priority is missing', withAt(good, `${claim}.priority`, undefined), `${claim}.priority`],
  ['there is no insurance', withAt(good, `${claim}.insurance`, undefined), `${claim}.insurance`],
  ['no insurance is focal', withAt(good, `${claim}.insurance.0.focal`, false), `${claim}.insurance.0.focal`],
  ['the care team has no scope', withAt(good, `${claim}.careTeam.0.extension`, undefined), 'careTeamClaimScope'],
  [
    'two supporting informations have one number',
    withAt(good, `${claim}.supportingInfo.1.sequence`, 1),
    `${claim}.supportingInfo.1.sequence`,
  ],
  [
    'an attachment has no report type',
    withAt(good, `${claim}.supportingInfo.0.extension`, undefined),
    'documentInformation',
  ],
  ['there is no item', withAt(good, `${claim}.item`, []), `${claim}.item`],
  ['an item has no request type', withAt(good, `${claim}.item.0.extension.0`, undefined), 'serviceItemRequestType'],
  ['an item has no certification type', withAt(good, `${claim}.item.0.extension.1`, undefined), 'certificationType'],
  [
    'a certification type is a text',
    withAt(good, `${claim}.item.0.extension.1`, {
      url: 'http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-certificationType',
      valueString: 'I',
    }),
    `${claim}.item.0.extension.1`,
  ],
  ['an item has no number', withAt(good, `${claim}.item.0.sequence`, undefined), `${claim}.item.0.sequence`],
  ['an item has no category', withAt(good, `${claim}.item.0.category`, undefined), `${claim}.item.0.category`],
  [
    'an item has no service',
    withAt(good, `${claim}.item.0.productOrService`, undefined),
    `${claim}.item.0.productOrService`,
  ],
  [
    'an item has no place',
    withAt(good, `${claim}.item.0.locationCodeableConcept`, undefined),
    `${claim}.item.0.locationCodeableConcept`,
  ],
  [
    'a service day does not exist',
    withAt(good, `${claim}.item.0.servicedPeriod.start`, '2026-02-30'),
    `${claim}.item.0.servicedPeriod.start`,
  ],
  [
    'a service period ends before it starts',
    withAt(good, `${claim}.item.0.servicedPeriod.end`, '2026-01-01'),
    `${claim}.item.0.servicedPeriod`,
  ],
  [
    'a service date is a month',
    withAt(good, `${claim}.item.0.servicedPeriod.start`, '2026-12'),
    `${claim}.item.0.servicedPeriod.start`,
  ],
  [
    'a quantity has no value',
    withAt(good, `${claim}.item.0.quantity.value`, undefined),
    `${claim}.item.0.quantity.value`,
  ],
  [
    'an item points to no diagnosis',
    withAt(good, `${claim}.item.0.diagnosisSequence`, [9]),
    `${claim}.item.0.diagnosisSequence.0`,
  ],
  [
    'a diagnosis is a reference',
    withAt(good, `${claim}.diagnosis.0.diagnosisReference`, { reference: 'Condition/1' }),
    `${claim}.diagnosis.0.diagnosisReference`,
  ],
  ['the gender is not in the list', withAt(good, `${at('Patient')}.gender`, 'f'), `${at('Patient')}.gender`],
  ['the birth date is a year', withAt(good, `${at('Patient')}.birthDate`, '1951'), `${at('Patient')}.birthDate`],
  ['the patient has no name', withAt(good, `${at('Patient')}.name`, undefined), `${at('Patient')}.name`],
  [
    'the patient has no identifier',
    withAt(good, `${at('Patient')}.identifier`, undefined),
    `${at('Patient')}.identifier`,
  ],
  ['the coverage is cancelled', withAt(good, `${at('Coverage')}.status`, 'cancelled'), `${at('Coverage')}.status`],
  [
    'the coverage has no member identifier',
    withAt(good, `${at('Coverage')}.identifier.0.type`, undefined),
    `${at('Coverage')}.identifier`,
  ],
  [
    'the coverage has two payors',
    withAt(good, `${at('Coverage')}.payor.1`, { reference: 'x' }),
    `${at('Coverage')}.payor`,
  ],
  ['an organization has no name', withAt(good, `${at('Organization')}.name`, undefined), `${at('Organization')}.name`],
  [
    'an organization is not active',
    withAt(good, `${at('Organization')}.active`, false),
    `${at('Organization')}.active`,
  ],
  [
    'a practitioner has no family name',
    withAt(good, `${at('Practitioner')}.name.0.family`, undefined),
    `${at('Practitioner')}.name.0.family`,
  ],
  [
    'a role has no way to reach it',
    withAt(good, `${at('PractitionerRole')}.telecom`, undefined),
    `${at('PractitionerRole')}`,
  ],
  [
    'a document is a link',
    withAt(good, `${at('DocumentReference')}.content.0.attachment.url`, 'https://x.example.org'),
    `${at('DocumentReference')}.content.0.attachment.url`,
  ],
  [
    'a document has no data',
    withAt(good, `${at('DocumentReference')}.content.0.attachment.data`, undefined),
    `${at('DocumentReference')}.content.0.attachment.data`,
  ],
  [
    'a document is not base64',
    withAt(good, `${at('DocumentReference')}.content.0.attachment.data`, '%%%'),
    `${at('DocumentReference')}.content.0.attachment.data`,
  ],
  [
    'an observation has an invented status',
    withAt(good, `${at('Observation')}.status`, 'done'),
    `${at('Observation')}.status`,
  ],
  [
    'a modifier extension is unknown',
    withAt(good, `${claim}.item.0.modifierExtension`, [{ url: 'https://x.example.org/not', valueBoolean: true }]),
    `${claim}.item.0.modifierExtension.0`,
  ],
  ['an element is null', withAt(good, `${claim}.accident`, null), `${claim}.accident`],
  [
    'rules outside FHIR apply',
    withAt(good, `${claim}.implicitRules`, 'https://x.example.org/rules'),
    `${claim}.implicitRules`,
  ],
];

describe('a request that breaks a rule', () => {
  test.each(mutants)('%s: refused with an issue that names the element', (_, broken, expression) => {
    const result = checkSubmission(broken);
    expect(result.kind).toBe('unprocessable');
    const errors = result.kind === 'unprocessable' ? result.issues.filter((i) => i.severity === 'error') : [];
    const wanted = expressionOf(expression);
    expect(errors.map((e) => e.expression)).toContainEqual(expect.stringContaining(wanted));
  });

  test('the mutants are many and each differs from the good request', () => {
    expect(mutants.length).toBeGreaterThanOrEqual(25);
    expect(mutants.filter(([, broken]) => JSON.stringify(broken) === JSON.stringify(good))).toEqual([]);
  });

  const formMutants: readonly (readonly [string, Json, string])[] = [
    [
      'an NPI does not check',
      withAt(good, `${at('Practitioner')}.identifier.0.value`, '1700043214'),
      'identifier[0].value',
    ],
    ['a coding is no array', withAt(good, `${at('Observation')}.code.coding`, { code: '1' }), 'code.coding'],
    ['a quantity is a text', withAt(good, `${at('Observation')}.valueQuantity`, '86 %'), 'valueQuantity'],
    [
      'an answer is a text where a boolean belongs',
      withAt(good, `${at('QuestionnaireResponse')}.item.0.answer.0.valueBoolean`, 'yes'),
      'valueBoolean',
    ],
    ['a code system has spaces', withAt(good, `${at('Observation')}.code.coding.0.system`, 'not a uri'), 'system'],
    ['an extension has no url', withAt(good, `${claim}.item.0.extension.2.url`, undefined), 'extension[2].url'],
    [
      'a dependent without a subscriber',
      withAt(good, `${at('Coverage')}.relationship.coding`, [
        { system: 'https://codesystem.x12.org/005010/1069', code: '19' },
      ]),
      'subscriber',
    ],
  ];

  test.each(formMutants)('%s: refused, in whatever resource it stands', (_, broken, expression) => {
    const result = checkSubmission(broken);
    expect(result.kind === 'unprocessable' && result.issues.map((i) => i.expression)).toContainEqual(
      expect.stringContaining(expression),
    );
  });

  test('no issue repeats what was sent', () => {
    const said = mutants.flatMap(([, broken]) => {
      const result = checkSubmission(broken);
      return result.kind === 'unprocessable' ? result.issues.map((i) => i.diagnostics) : [];
    });
    expect(said.filter((s) => /Akerman|Rosalind|PHP1000001|1951/.test(s))).toEqual([]);
  });

  test('a broken body names at most a hundred issues', () => {
    const many = { ...good, entry: Array.from({ length: 500 }, () => ({ request: {} })) };
    const result = checkSubmission(many);
    expect(result.kind === 'unprocessable' && result.issues.length).toBe(100);
  });
});

describe('what must not be an error', () => {
  const accepted = (bundle: unknown) => checkSubmission(bundle).kind;

  test('an unknown extension passes', () => {
    const extension = [{ url: 'https://vendor.example.org/anything', valueString: 'x' }];
    expect(accepted(withAt(good, `${claim}.extension`, extension))).toBe('checked');
  });

  test('an unknown element passes', () => {
    expect(accepted(withAt(good, `${claim}.item.0.vendorThing`, { a: 1 }))).toBe('checked');
  });

  test('an unknown service code passes, for the business rules to judge', () => {
    expect(accepted(withAt(good, `${claim}.item.0.productOrService.coding.0.code`, 'ZZZZZ'))).toBe('checked');
  });

  test.each(['careTeam', 'supportingInfo', 'diagnosis'])(
    'a request without %s passes when nothing points to it',
    (list) => {
      const key = {
        careTeam: 'careTeamSequence',
        supportingInfo: 'informationSequence',
        diagnosis: 'diagnosisSequence',
      };
      const without = withAt(good, `${claim}.${list}`, undefined);
      const line = `${claim}.item.0.${key[list as keyof typeof key]}`;
      expect(accepted(withAt(without, line, undefined))).toBe('checked');
    },
  );

  test('cancel flags on a first submission pass', () => {
    const flag = [
      {
        url: 'http://hl7.org/fhir/us/davinci-pas/StructureDefinition/modifierextension-infoCancelled',
        valueBoolean: true,
      },
    ];
    expect(accepted(withAt(good, `${claim}.item.0.modifierExtension`, flag))).toBe('checked');
  });

  test('a quantity without a unit passes with a warning, since the profile lets the unit be absent', () => {
    const result = checkSubmission(withAt(good, `${claim}.item.0.quantity.unit`, undefined));
    expect(result).toMatchObject({
      kind: 'checked',
      warnings: [{ expression: 'Bundle.entry[0].resource.item[0].quantity' }],
    });
  });

  const order = (more: Json): Json => {
    const fullUrl = 'urn:uuid:00000000-0000-4000-a000-0000000000aa';
    const patient = (good.entry as { resource: Json }[])[0]!.resource.patient;
    const resource = { resourceType: 'ServiceRequest', status: 'active', intent: 'order', subject: patient, ...more };
    const extension = {
      url: 'http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-requestedService',
      valueReference: { reference: fullUrl },
    };
    const withOrder = { ...good, entry: [...(good.entry as Json[]), { fullUrl, resource }] };
    return withAt(withOrder, `${claim}.item.0.extension.3`, extension);
  };

  test('an order behind a line passes, a timing without a count is a warning', () => {
    expect(checkSubmission(order({}))).toMatchObject({ kind: 'checked', warnings: [] });
    const timed = checkSubmission(order({ occurrenceTiming: { repeat: { frequency: 1 } } }));
    expect(timed).toMatchObject({
      kind: 'checked',
      warnings: [{ expression: expect.stringContaining('occurrenceTiming') }],
    });
  });

  test('a plan behind a line is an error', () => {
    expect(checkSubmission(order({ intent: 'plan' }))).toMatchObject({
      kind: 'unprocessable',
      issues: [{ severity: 'error', expression: expect.stringContaining('.intent') }],
    });
  });

  test('base64 may be broken into lines', () => {
    const at0 = `${at('DocumentReference')}.content.0.attachment.data`;
    expect(accepted(withAt(good, at0, 'QUJD\nREVG\n'))).toBe('checked');
    expect(accepted(withAt(good, at0, 'QUJD\nREV'))).toBe('unprocessable');
  });

  test('a dangling reference of a supporting resource is a warning, since the request can be read without it', () => {
    const result = checkSubmission(withoutEntry(good, 'Practitioner'));
    expect(result).toMatchObject({ kind: 'checked' });
    expect(result.kind === 'checked' && result.warnings[0]).toMatchObject({
      code: 'not-found',
      expression: expect.stringContaining('practitioner.reference'),
    });
  });

  test('relative references are found below the same base address', () => {
    const text = JSON.stringify(good);
    const entries = good.entry as { fullUrl: string; resource: Json }[];
    const rewritten = entries.reduce(
      (t, e) =>
        t
          .replaceAll(`"reference":"${e.fullUrl}"`, `"reference":"${e.resource.resourceType}/${e.resource.id}"`)
          .replaceAll(e.fullUrl, `https://lakeside.example.org/fhir/${e.resource.resourceType}/${e.resource.id}`),
      text,
    );
    expect(checkSubmission(JSON.parse(rewritten))).toMatchObject({ kind: 'checked', warnings: [] });
  });
});
