import { type Answer, cpt, hcpcs, type Person, type RequestPlan, requestBundle } from './request.ts';

/** What every builder lets a test choose; the rest of the Bundle stays as it is. */
export type Choice = Partial<Pick<RequestPlan, 'name' | 'date' | 'urgent' | 'message' | 'note'>> & {
  readonly person?: Partial<Person>;
  /** Replaces or adds answers; `undefined` takes a question out. */
  readonly answers?: Readonly<Record<string, Answer | undefined>>;
};

const asked = '2026-11-20';
const threeMonths = { from: '2026-12-01', to: '2027-02-28' };

const answersOf = (usual: Readonly<Record<string, Answer>>, choice: Choice): Readonly<Record<string, Answer>> =>
  Object.fromEntries(
    Object.entries({ ...usual, ...choice.answers }).filter((e): e is [string, Answer] => e[1] !== undefined),
  );

const build = (usual: RequestPlan, choice: Choice) => {
  const { person, answers: _, ...rest } = choice;
  return requestBundle({
    ...usual,
    ...rest,
    person: { ...usual.person, ...person },
    ...(usual.answers ? { answers: answersOf(usual.answers, choice) } : {}),
  });
};

export type HomeOxygenChoice = Choice & {
  /** Saturation at rest on room air, in percent. */
  readonly spo2?: number;
  /** Arterial PaO2 at rest on room air, in mmHg; left out when absent. */
  readonly pao2?: number;
};

export const homeOxygenBundle = (choice: HomeOxygenChoice = {}) => {
  const { spo2 = 86, pao2, ...rest } = choice;
  const rest0 = { state: 'rest', air: 'room' };
  return build(
    {
      name: 'home-oxygen',
      date: asked,
      person: {
        memberNumber: 'PHP1000001',
        family: 'Akerman',
        given: 'Rosalind',
        birthDate: '1951-03-09',
        gender: 'female',
      },
      diagnoses: ['J44.9', 'R09.02'],
      lines: [
        {
          service: hcpcs('E1390'),
          quantity: 3,
          ...threeMonths,
          category: '12',
          placeOfService: '12',
          modifiers: ['RR'],
        },
      ],
      measurements: [
        { loinc: '59408-5', value: spo2, unit: '%', with: rest0 },
        ...(pao2 === undefined ? [] : [{ loinc: '2703-7', value: pao2, unit: 'mm[Hg]', with: rest0 }]),
      ],
      answers: {
        'oxygen.testOrderedAndEvaluatedByTreatingPractitioner': true,
        'oxygen.testByQualifiedPerformer': true,
        'oxygen.testByDmeSupplier': false,
        'oxygen.testSetting': { code: 'outpatient' },
        'oxygen.testDate': '2026-11-12',
        'oxygen.qualifyingTestState': { code: 'rest' },
        'oxygen.symptomsRelievableByOxygen': true,
        'oxygen.indication': { code: 'lungDiseaseOrHypoxiaSymptoms' },
      },
      note: 'Chronic obstructive lung disease, stable on inhalers. Saturation at rest on room air measured in clinic.',
    },
    rest,
  );
};

export type CpapChoice = Choice & { readonly ahi?: number };

export const cpapBundle = (choice: CpapChoice = {}) => {
  const { ahi = 22, ...rest } = choice;
  return build(
    {
      name: 'cpap',
      date: asked,
      person: {
        memberNumber: 'PHP1000002',
        family: 'Brandvold',
        given: 'Tobias',
        birthDate: '1968-07-21',
        gender: 'male',
      },
      diagnoses: ['G47.33'],
      lines: [
        {
          service: hcpcs('E0601'),
          quantity: 3,
          from: '2026-12-01',
          to: '2027-02-22',
          category: '12',
          placeOfService: '12',
        },
      ],
      answers: {
        'sleep.clinicalEvaluationBeforeTest': true,
        'sleep.testOrderedByTreatingPhysician': true,
        'sleep.testSupervised': true,
        'sleep.testType': { code: 'attendedPolysomnography' },
        'sleep.recordedHours': { value: 6.5, unit: 'h' },
        'sleep.ahiOrRdi': { value: ahi, unit: '/h' },
        'sleep.deviceEducation': true,
      },
      answerDetails: { 'sleep.ahiOrRdi': { desaturationRule: 'fourPercent' } },
      note: 'Attended sleep study, apnea-hypopnea index scored with the four percent rule.',
    },
    rest,
  );
};

export const lumbarMriBundle = (choice: Choice = {}) =>
  build(
    {
      name: 'lumbar-mri',
      date: asked,
      person: {
        memberNumber: 'PHP1000003',
        family: 'Castellanos',
        given: 'Marisol',
        birthDate: '1959-01-30',
        gender: 'female',
      },
      diagnoses: ['M54.16'],
      lines: [{ service: cpt('72148'), quantity: 1, from: '2026-12-04', category: '62', placeOfService: '22' }],
      answers: {
        'mri.approvedUnit': true,
        'mri.indication': 'Radiculopathy with new weakness; result decides on surgery',
        'mri.viablePregnancy': false,
        'mri.ferromagneticLifeSupport': false,
        'mri.otherContraindication': false,
        'mri.cardiacDevice': { code: 'none' },
      },
      note: 'Eight weeks of exercise therapy without relief; new weakness of the left foot.',
    },
    choice,
  );

export type BariatricChoice = Choice & { readonly bmi?: number; readonly diagnoses?: readonly string[] };

export const bariatricBundle = (choice: BariatricChoice = {}) => {
  const { bmi = 41.2, diagnoses = ['E66.01', 'E11.9'], ...rest } = choice;
  return build(
    {
      name: 'bariatric',
      claimType: 'institutional',
      date: asked,
      person: {
        memberNumber: 'PHP1000004',
        family: 'Dahlgren',
        given: 'Ingrid',
        birthDate: '1972-10-02',
        gender: 'female',
      },
      diagnoses,
      lines: [
        {
          service: cpt('43644'),
          quantity: 1,
          from: '2027-01-11',
          requestType: 'AR',
          category: '2',
          placeOfService: '21',
        },
      ],
      admission: { start: '2027-01-11', end: '2027-01-13' },
      measurements: [{ loinc: '39156-5', value: bmi, unit: 'kg/m2' }],
      answers: {
        'bariatric.medicalTreatmentUnsuccessful': true,
        'bariatric.procedure': { code: 'laparoscopicRouxEnY' },
      },
      note: 'Supervised weight programme for fourteen months with little result.',
    },
    rest,
  );
};

export const partialHospitalizationBundle = (choice: Choice & { readonly hoursPerWeek?: number } = {}) => {
  const { hoursPerWeek = 20, ...rest } = choice;
  return build(
    {
      name: 'partial-hospitalization',
      claimType: 'institutional',
      date: asked,
      person: {
        memberNumber: 'PHP1000005',
        family: 'Eastwood-Ruiz',
        given: 'Noah',
        birthDate: '1998-05-17',
        gender: 'male',
      },
      diagnoses: ['F33.2'],
      lines: [
        {
          service: hcpcs('G0410'),
          quantity: 10,
          from: '2026-11-23',
          to: '2026-12-04',
          category: 'MH',
          placeOfService: '52',
          revenueCode: '0912',
        },
      ],
      urgent: true,
      answers: {
        'php.therapeuticHoursPerWeek': { value: hoursPerWeek, unit: 'h/wk' },
        'php.likelyToBenefit': true,
        'php.needsMoreThanOutpatient': true,
        'php.requires24HourCare': false,
        'php.supportOutsideProgramme': true,
        'php.dangerToSelfOrOthers': false,
        'php.ableToTakePart': true,
        'php.activeTreatment': true,
        'php.physicianCertifiesInpatientOtherwise': true,
        'php.planOfCareSigned': true,
      },
      note: 'Step down after inpatient stay for severe depression; safe at home with his parents.',
    },
    rest,
  );
};

export const lungScreeningBundle = (choice: Choice & { readonly packYears?: number } = {}) => {
  const { packYears = 32, ...rest } = choice;
  return build(
    {
      name: 'lung-screening',
      date: asked,
      person: {
        memberNumber: 'PHP1000006',
        family: 'Fairbanks',
        given: 'Leopold',
        birthDate: '1961-12-24',
        gender: 'male',
      },
      diagnoses: ['Z87.891', 'Z12.2'],
      lines: [{ service: cpt('71271'), quantity: 1, from: '2026-12-10', category: '62', placeOfService: '22' }],
      answers: {
        'ldct.asymptomatic': true,
        'tobacco.packYears': { value: packYears, unit: '{packYear}' },
        'tobacco.status': { code: 'former' },
        'tobacco.yearsSinceQuit': { value: 6, unit: 'a' },
        'ldct.order': true,
        'ldct.firstScreening': true,
        'ldct.sharedDecision.eligibility': true,
        'ldct.sharedDecision.decisionAid': true,
        'ldct.sharedDecision.adherence': true,
        'ldct.sharedDecision.tobacco': true,
        'ldct.radiologistQualified': true,
        'ldct.standardReporting': true,
      },
      note: 'Shared decision visit held; no cough, no weight loss.',
    },
    rest,
  );
};

export const requestBuilders = {
  'home-oxygen': homeOxygenBundle,
  cpap: cpapBundle,
  'lumbar-mri': lumbarMriBundle,
  bariatric: bariatricBundle,
  'partial-hospitalization': partialHospitalizationBundle,
  'lung-screening': lungScreeningBundle,
} as const;
