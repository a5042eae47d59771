/**
 * A small table of UCUM units. Units of one dimension convert by factor to the first of their row.
 * Annotations in braces (`{visit}`) convert only to themselves.
 */
const dimensions: readonly Readonly<Record<string, number>>[] = [
  { 'mm[Hg]': 1, kPa: 7.50061682704, 'cm[H2O]': 0.735559240069 },
  { '%': 1, '1': 100, 'L/L': 100, 'mL/mL': 100 },
  { d: 1, wk: 7, h: 1 / 24, min: 1 / 1440 },
  { mo: 1, a: 12 },
  { kg: 1, g: 0.001, '[lb_av]': 0.45359237 },
  { m: 1, cm: 0.01, mm: 0.001, km: 1000, '[in_i]': 0.0254, '[ft_i]': 0.3048, '[mi_i]': 1609.344 },
  { 'kg/m2': 1 },
  { '/h': 1, '/min': 60, '/d': 1 / 24 },
  { 'h/wk': 1, 'h/d': 7, 'min/wk': 1 / 60 },
  { 'mg/d': 1, 'g/d': 1000 },
  { 'ng/mL': 1, 'ug/L': 1 },
  { 'mL/d': 1, 'L/d': 1000 },
  { W: 1 },
];

/** Mean Gregorian month in days, as UCUM has it; used only where a length in months meets one in days. */
const DAYS_PER_MONTH = 30.4375;

const factors = new Map<string, number>();
for (const row of dimensions)
  for (const [from, a] of Object.entries(row))
    for (const [to, b] of Object.entries(row)) factors.set(`${from}>${to}`, a / b);
for (const [days, a] of Object.entries(dimensions[2] ?? {}))
  for (const [months, b] of Object.entries(dimensions[3] ?? {})) {
    factors.set(`${days}>${months}`, a / (b * DAYS_PER_MONTH));
    factors.set(`${months}>${days}`, (b * DAYS_PER_MONTH) / a);
  }

export const isKnownUnit = (unit: string): boolean =>
  factors.has(`${unit}>${unit}`) || /^(\{\w+\})(\/\w+)?$/.test(unit);

/** The value in another unit, or undefined when the two do not measure the same thing. Twelve significant digits are kept. */
export const convert = (value: number, from: string, to: string): number | undefined => {
  if (from === to) return value;
  const factor = factors.get(`${from}>${to}`);
  return factor === undefined ? undefined : Number((value * factor).toPrecision(12));
};

const spoken: Readonly<Record<string, string>> = {
  'mm[Hg]': 'mmHg',
  'cm[H2O]': 'cmH2O',
  '1': '',
  '[lb_av]': 'lb',
  '[in_i]': 'in',
  '[ft_i]': 'ft',
  '[mi_i]': 'miles',
  d: 'days',
  wk: 'weeks',
  mo: 'months',
  a: 'years',
  h: 'hours',
  min: 'minutes',
  '/h': 'per hour',
  'h/wk': 'hours per week',
  'h/d': 'hours per day',
  'kg/m2': 'kg/m2',
  'mg/d': 'mg a day',
  'mL/d': 'mL a day',
};

/** A unit as people write it. */
export const spokenUnit = (unit: string): string =>
  spoken[unit] ?? unit.replace(/\{(\w+)\}/, (_, word: string) => word.replace(/([A-Z])/g, ' $1').toLowerCase());
