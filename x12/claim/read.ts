import type { BilledClaim, BilledLine } from '@openum/domain/claim/claim.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { Transaction } from '../envelope/interchange.ts';
import { type Loop, loopsOf, readLoops, segmentOf, segmentsOf } from '../loop/read.ts';
import { type Reader, reader } from '../loop/reader.ts';
import { problem, type X12Problem } from '../text/problem.ts';
import { part, type Segment, text } from '../text/segment.ts';
import { claimMap } from './map.ts';

/** ST03 or GS08 begins with one of these. */
const guides = { '005010X222': 'professional', '005010X223': 'institutional' } as const;

const kindOf = (version: string): BilledClaim['kind'] | undefined =>
  guides[version.slice(0, 10) as keyof typeof guides];

type Around = { readonly r: Reader; readonly kind: BilledClaim['kind']; readonly billedOn: CalendarDate };
type Span = { readonly from: CalendarDate; readonly to: CalendarDate };

const spanOf = (r: Reader, l: Loop, ...codes: readonly string[]): Span | undefined => {
  const s = segmentOf(l, 'DTP', ...codes);
  return s && r.span(s, 2);
};

/** SV2 has the revenue code before the procedure, so everything after it stands one place further. */
const lineOf = ({ r, kind }: Around, l: Loop, claimSpan: Span | undefined): BilledLine | undefined => {
  const s = segmentOf(l, kind === 'institutional' ? 'SV2' : 'SV1');
  const span = spanOf(r, l, '472') ?? claimSpan;
  if (!s || !span) {
    r.note(problem('segmentMissing', l.first, 'the line has no service or no day of it', { loop: '2400' }));
    return undefined;
  }
  const at = kind === 'institutional' ? 2 : 1;
  const revenueCode = kind === 'institutional' ? text(s, 1) : undefined;
  const control = segmentOf(l, 'REF', '6R');
  const lineNumber = control && text(control, 2);
  return {
    code: part(s, at, 2) ?? revenueCode ?? '',
    modifiers: [3, 4, 5, 6].flatMap((k) => part(s, at, k) ?? []),
    ...(revenueCode ? { revenueCode } : {}),
    charge: r.neededCents(s, at + 1, 'the charge of the line'),
    units: r.quantity(s, at + 3) ?? 1,
    ...span,
    ...(lineNumber ? { lineNumber } : {}),
  };
};

const nameOf = (r: Reader, l: Loop | undefined): BilledClaim['patient'] => {
  if (!l) return { family: '' };
  const dmg = segmentOf(l, 'DMG');
  const given = text(l.first, 4);
  const birthDate = dmg && r.date(dmg, 2);
  return { family: text(l.first, 3) ?? '', ...(given ? { given } : {}), ...(birthDate ? { birthDate } : {}) };
};

const codeAt = (l: Loop | undefined, n: number): string => (l ? (text(l.first, n) ?? '') : '');

const balance = (r: Reader, clm: Segment, charge: number, lines: readonly BilledLine[]) => {
  if (lines.length > 0 && lines.reduce((sum, l) => sum + l.charge, 0) !== charge)
    r.note(problem('outOfBalance', clm, 'the lines do not add up to the charge of the claim', { element: 2 }));
};

const claimOf = (around: Around, billing: Loop, member: Loop, patient: Loop | undefined, l: Loop): BilledClaim => {
  const { r, kind, billedOn } = around;
  const clm = l.first;
  const span = spanOf(r, l, '434');
  const [insured] = loopsOf(member, '2010BA');
  const [payer] = loopsOf(member, '2010BB');
  const prior = segmentOf(l, 'REF', 'G1');
  const authorizationNumber = prior && text(prior, 2);
  const charge = r.neededCents(clm, 2, 'the charge of the claim');
  const lines = loopsOf(l, '2400').flatMap((x) => lineOf(around, x, span) ?? []);
  balance(r, clm, charge, lines);
  const days = lines.map((x) => x.from).toSorted();
  const last = lines.map((x) => x.to).toSorted();
  const from = span?.from ?? days[0];
  const to = span?.to ?? last.at(-1);
  return {
    kind,
    claimId: r.needed(clm, 1, 'the number of the claim'),
    frequency: part(clm, 5, 3) ?? '1',
    charge,
    billedOn,
    billingNpi: codeAt(loopsOf(billing, '2010AA')[0], 9),
    payerName: codeAt(payer, 3),
    payerId: codeAt(payer, 9),
    memberNumber: codeAt(insured, 9),
    patient: nameOf(r, patient ? loopsOf(patient, '2010CA')[0] : insured),
    ...(from && to ? { from, to } : {}),
    ...(authorizationNumber ? { authorizationNumber } : {}),
    diagnoses: segmentsOf(l, 'HI').flatMap((s) =>
      s.elements.flatMap(([[qualifier = '', code = ''] = []]) => (/^AB[KFJ]$/.test(qualifier) && code ? [code] : [])),
    ),
    lines,
    position: clm.position,
  };
};

/** Claims of an 837, professional or institutional, with what is wrong in them. */
export const readClaims = (
  t: Transaction,
): { readonly claims: readonly BilledClaim[]; readonly problems: readonly X12Problem[] } => {
  const at = { id: 'ST', position: t.position };
  const kind = kindOf(t.version);
  if (t.set !== '837' || !kind) {
    const rule = 'this is no professional or institutional claim (837)';
    return { claims: [], problems: [problem('otherSet', at, rule, { element: t.set === '837' ? 3 : 1 })] };
  }
  const { loop: top, problems: structure } = readLoops(claimMap, t.segments);
  if (!top) return { claims: [], problems: [...t.problems, ...structure] };
  const r = reader();
  r.needed(top.first, 4, 'the day of the claims');
  const billedOn = r.date(top.first, 4);
  if (!billedOn) return { claims: [], problems: [...t.problems, ...structure, ...r.problems] };
  const around = { r, kind, billedOn };
  const claims = loopsOf(top, '2000A').flatMap((billing) =>
    loopsOf(billing, '2000B').flatMap((member) => [
      ...loopsOf(member, '2300').map((l) => claimOf(around, billing, member, undefined, l)),
      ...loopsOf(member, '2000C').flatMap((patient) =>
        loopsOf(patient, '2300').map((l) => claimOf(around, billing, member, patient, l)),
      ),
    ]),
  );
  return { claims, problems: [...t.problems, ...structure, ...r.problems] };
};
