import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

const counted = (n: number | bigint, one: string): string => `${n} ${one}${n === 1 || n === 1n ? '' : 's'}`;

const kinds: Readonly<Record<string, string>> = {
  string: 'must be text',
  number: 'must be a number',
  int: 'must be a whole number',
  boolean: 'must be answered with yes or no',
  array: 'must be a list',
  date: 'must be a date',
};

const formats: Readonly<Record<string, string>> = {
  datetime: 'must be a date with time and zone',
  date: 'must be a date, YYYY-MM-DD',
  time: 'must be a time, HH:MM',
  email: 'must be an e-mail address',
  url: 'must be a web address',
};

const least = (origin: string, n: number | bigint, inclusive: boolean | undefined): string => {
  if (origin === 'string') return n === 1 ? 'must not be empty' : `must have at least ${counted(n, 'character')}`;
  if (origin === 'array' || origin === 'set') return `must name at least ${n === 1 ? 'one' : n}`;
  return `must be ${inclusive === false ? 'more than' : 'at least'} ${n}`;
};

const most = (origin: string, n: number | bigint, inclusive: boolean | undefined): string => {
  if (origin === 'string') return `must have at most ${counted(n, 'character')}`;
  if (origin === 'array' || origin === 'set') return `must name at most ${n}`;
  return `must be ${inclusive === false ? 'less than' : 'at most'} ${n}`;
};

const choice = (value: unknown): string =>
  String(value).replace(/([a-z\d])([A-Z])/g, (_, before: string, next: string) => `${before} ${next.toLowerCase()}`);

/** The rule that a value breaks, as a person reads it after the name of the field. */
export const issueText = (issue: Issue): string => {
  if (issue.input === undefined && issue.code !== 'custom') return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return kinds[issue.expected] ?? 'is not in the form that is asked for';
    case 'too_small':
      return least(issue.origin, issue.minimum, issue.inclusive);
    case 'too_big':
      return most(issue.origin, issue.maximum, issue.inclusive);
    case 'invalid_format':
      return formats[issue.format] ?? 'is not in the form that is asked for';
    case 'invalid_value':
      return issue.values.length > 12
        ? 'is not one of the choices'
        : `must be one of: ${issue.values.map(choice).join(', ')}`;
    case 'not_multiple_of':
      return issue.divisor === 1 ? 'must be a whole number' : `must be a multiple of ${issue.divisor}`;
    case 'unrecognized_keys':
      return `has more than is asked for: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return 'is not one of the choices';
    default:
      return 'is not valid';
  }
};
