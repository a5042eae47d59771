import { linesOfBusiness } from '@openum/domain/case/request.ts';
import { sourceKinds } from '@openum/domain/criteria/criteria-set.ts';
import { z } from 'zod';

const line = z.string().max(300);
const paragraph = z.string().max(4000);
const day = z.iso.date();
const url = z
  .string()
  .max(500)
  .regex(/^https?:\/\/\S+$/, 'write the whole address, beginning with https://');
const finite = z.number().finite();
const truth = z.enum(['met', 'notMet', 'unknown']);
const tree = z.enum(['initial', 'continuedStay']);
const id = z.string().regex(/^[a-zA-Z0-9]{1,80}$/, 'use letters and digits');
const words = z.record(z.string().max(60), z.union([line, z.array(line).max(60)]));

const sourceBody = z.object({
  citation: line,
  section: line,
  url: url.optional(),
  effectiveFrom: day,
  effectiveTo: day.optional(),
  verification: z.object({
    level: z.enum(['currentText', 'earlierEdition', 'unverified']),
    against: line.optional(),
    on: day.optional(),
    note: paragraph.optional(),
  }),
});

const within = z.object({ value: z.int32().min(0).max(10_000), unit: z.enum(['d', 'wk', 'mo', 'a']) });
const windowBody = z.union([
  z.object({ within: within.optional(), before: line }),
  z.object({ within: within.optional(), after: line }),
  z.object({ within: within.optional(), around: line }),
]);

const age = z.int32().min(0).max(150);
const named = { id, label: line, part: z.string().min(1).max(80).optional() };

const leafBody = z.object({
  ...named,
  fact: z.string().max(120),
  op: z.enum(['>=', '>', '<=', '<', '==', 'between', 'in', 'present']),
  value: z.union([finite, line, z.boolean()]).optional(),
  min: finite.optional(),
  max: finite.optional(),
  values: z.array(line).max(100).optional(),
  unit: z.string().max(40).optional(),
  thresholds: z
    .array(
      z.object({
        sex: z.enum(['female', 'male']).optional(),
        ageFrom: age.optional(),
        ageTo: age.optional(),
        value: finite,
      }),
    )
    .max(20)
    .optional(),
  gaps: z
    .array(z.object({ above: finite, below: finite }))
    .max(10)
    .optional(),
  where: words.optional(),
  window: windowBody.optional(),
  select: z.enum(['latest', 'lowest', 'highest', 'any', 'all']).optional(),
  document: paragraph.optional(),
  source: sourceBody.optional(),
});

type Leaf = z.infer<typeof leafBody>;
type Named = { readonly id: string; readonly label: string; readonly part?: string | undefined };
type Node =
  | Leaf
  | (Named & { readonly all: readonly Node[] })
  | (Named & { readonly any: readonly Node[] })
  | (Named & { readonly atLeast: number; readonly of: readonly Node[] })
  | (Named & { readonly not: Node })
  | (Named & { readonly prefer: readonly Node[] });

const nodeBody: z.ZodType<Node, Node> = z.lazy(() => {
  const parts = z.array(nodeBody).max(100);
  return z.union([
    leafBody,
    z.object({ ...named, all: parts }),
    z.object({ ...named, any: parts }),
    z.object({ ...named, atLeast: z.int32().min(0).max(100), of: parts }),
    z.object({ ...named, not: nodeBody }),
    z.object({ ...named, prefer: parts }),
  ]);
});

const quantity = z.object({ value: finite, unit: z.string().max(40) });

const factBody = z.object({
  id: z.string().max(80),
  key: z.string().max(120),
  value: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('quantity'), value: finite, unit: z.string().max(40) }),
    z.object({ kind: z.literal('boolean'), value: z.boolean() }),
    z.object({ kind: z.literal('code'), value: line, system: line.optional() }),
    z.object({ kind: z.literal('date'), value: day }),
    z.object({ kind: z.literal('text'), value: paragraph }),
  ]),
  at: z.union([day, z.iso.datetime({ offset: true })]).optional(),
  qualifiers: z.record(z.string().max(60), line).optional(),
  source: z.object({ kind: z.literal('request'), field: line }),
});

const vectorBody = z.object({
  name: z.string().trim().min(1).max(300),
  tree,
  service: z.string().max(40).optional(),
  facts: z.array(factBody).max(300),
  context: z.object({
    today: day,
    zone: z.string().max(60).optional(),
    anchors: z.record(z.string().max(60), day).optional(),
    age: age.optional(),
    sex: z.enum(['female', 'male']).optional(),
  }),
  expect: truth,
  nodes: z.record(z.string().max(300), truth),
  prompts: z.array(z.string().max(80)).max(40).optional(),
});

/** A criteria set as the editor writes it. What it means is checked before it is handed in. */
export const criteriaSetBody = z.object({
  id: z.string().max(80),
  version: z.string().max(20),
  name: line,
  citation: line,
  url: url.optional(),
  evidence: paragraph.optional(),
  basedOn: z.object({ setId: z.string().max(80), version: z.string().max(40) }).optional(),
  sourceKind: z.enum(sourceKinds),
  status: z.enum(['active', 'draft']),
  effectiveFrom: day,
  effectiveTo: day.optional(),
  jurisdictions: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(60)
    .optional(),
  appliesTo: z.object({
    linesOfBusiness: z.array(z.enum(linesOfBusiness)).max(20),
    services: z.array(z.object({ system: line, code: z.string().max(40), display: line.optional() })).max(400),
    diagnoses: z.array(z.string().max(20)).max(400).optional(),
    ageFrom: age.optional(),
    ageTo: age.optional(),
    settings: z
      .array(z.enum(['inpatient', 'outpatient', 'emergency', 'home', 'office', 'skilledNursing', 'other']))
      .max(10)
      .optional(),
  }),
  autoApproval: z.boolean(),
  initial: nodeBody,
  continuedStay: nodeBody.optional(),
  approveFor: z
    .array(
      z.object({
        label: line,
        tree,
        services: z.array(z.string().max(40)).max(400).optional(),
        requires: nodeBody.optional(),
        quantities: z.array(quantity).max(10),
        days: z.int32().min(0).max(3660),
      }),
    )
    .max(60),
  limits: z
    .array(z.object({ label: line, fact: z.string().max(120), max: finite, unit: z.string().max(40), citation: line }))
    .max(40),
  requiredDocuments: z.array(paragraph).max(60),
  pitfalls: z.array(paragraph).max(60),
  prompts: z
    .array(
      z.object({
        id: z.string().max(80),
        text: paragraph,
        citation: line,
        when: z.object({
          truth,
          fact: z.string().max(120),
          exceptQualifiers: z.record(z.string().max(60), line).optional(),
        }),
      }),
    )
    .max(40),
  vectors: z.array(vectorBody).max(400),
});
