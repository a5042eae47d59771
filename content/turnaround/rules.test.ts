import { describe, expect, test } from 'vitest';
import { readRules, ruleOf, turnaroundRules } from './load.ts';
import table from './rules.json' with { type: 'json' };

const rule = table.find((r) => r.id === 'MA-PRE-STD-PA');
const reading = (change: object): (() => unknown) => {
  return () => readRules([{ ...rule, ...change }]);
};

describe('the table of turnaround rules', () => {
  test('every row loads', () => {
    expect(turnaroundRules).toHaveLength(table.length);
    expect(table).toHaveLength(242);
  });

  test('every rule has a name of its own', () => {
    const names = turnaroundRules.map((r) => r.name);
    expect(names.filter((n, i) => names.indexOf(n) !== i)).toEqual([]);
  });

  test('only proposals, samples of contracts and unread sources are switched off', () => {
    const off = turnaroundRules.filter((r) => !r.enabled).map((r) => r.id);
    expect(off).toEqual([
      'PROP-0062-DRUG-STD',
      'PROP-0062-DRUG-EXP',
      'LA-PRE-STD',
      'IN-PRE-URG',
      'NM-PRE-STD',
      'EX-UHC-ADMIT-WEEKDAY',
      'EX-AETNA-ADMIT',
      'EX-REGENCE-P2P',
      'EX-PRIORITY-RETRO',
      'EX-PRIORITY-APPEAL-L1',
      'EX-UHC-TXMCD-MISSING',
    ]);
  });

  test.each([
    ['MI-PRE-STD', 'approved'],
    ['CO-PRE-STD', 'approved'],
    ['TN-PRE-STD', 'approved'],
    ['GA-PRE-STD', 'approved'],
    ['AR-PRE-STD', 'approved'],
    ['OK-PRE-STD', 'approved'],
    ['NJ-PRE-STD-ELEC', 'approved'],
    ['IL-PRE-STD', 'approved'],
    ['ND-PRE-STD', 'approved'],
    ['MA-PRE-STD-PA', 'adverse'],
    ['MCD-PRE-STD', 'adverse'],
    ['NY-PRE-STD', 'adverse'],
    ['NY-APPEAL-STD', 'reverses'],
    ['ERISA-PRE-STD', 'exhausted'],
    ['PARTD-STD', 'forward'],
    ['OK-INPT-CONTINUE', 'payContinues'],
    ['CA-PRE-STD', 'none'],
  ])('a lapse of %s means: %s', (id, effect) => {
    expect(turnaroundRules.find((r) => r.id === id)?.lapseEffect).toBe(effect);
  });

  test('a rule is found by its id and version', () => {
    expect(ruleOf('MA-PRE-EXP', '2026-11-21').duration).toEqual({ value: 72, unit: 'hours' });
    expect(() => ruleOf('MA-PRE-EXP', '1999-01-01')).toThrow('MA-PRE-EXP version 1999-01-01');
  });
});

describe('a row that cannot be used is refused by rule and field', () => {
  test.each([
    [{ urgency: 'urgent' }, 'rule MA-PRE-STD-PA: urgency:'],
    [{ duration: { value: 7, unit: 'days' } }, 'rule MA-PRE-STD-PA: duration.unit:'],
    [{ duration: { value: -1, unit: 'hours' } }, 'rule MA-PRE-STD-PA: duration.value:'],
    [{ effectiveFrom: '2026-02-30' }, 'rule MA-PRE-STD-PA: effectiveFrom:'],
    [{ effectiveTo: '2020-01-01' }, 'rule MA-PRE-STD-PA: effectiveTo: lies before effectiveFrom'],
    [{ enabled: false }, 'rule MA-PRE-STD-PA: disabledReason: a disabled rule says why'],
    [{ calendar: 'US-ZZ' }, 'rule MA-PRE-STD-PA: calendar: there is no calendar US-ZZ'],
    [{ citation: ' ' }, 'rule MA-PRE-STD-PA: citation:'],
    [{ jurisdiction: 'US-TX' }, 'rule MA-PRE-STD-PA: authority:'],
    [{ confidence: 'low-confirm-before-use' }, 'rule MA-PRE-STD-PA: enabled:'],
    [{ linesOfBusiness: [] }, 'rule MA-PRE-STD-PA: linesOfBusiness:'],
    [{ missingInformation: { action: 'decideAfter' } }, 'missingInformation.decideAfter: is missing'],
    [{ tolls: true }, 'tolls'],
  ])('%j', (change, message) => {
    expect(reading(change)).toThrow(message);
  });

  test('tolling of business days is not defined', () => {
    const change = { duration: { value: 5, unit: 'businessDays' }, missingInformation: { action: 'toll' } };
    expect(reading(change)).toThrow('rule MA-PRE-STD-PA: missingInformation.action:');
  });

  test('the same id and version twice', () => {
    expect(() => readRules([rule, rule])).toThrow('rule MA-PRE-STD-PA: id: occurs twice');
  });

  test('every problem is told at once', () => {
    expect(() => readRules([{ ...rule, urgency: 'x', clock: 'y' }, {}])).toThrow(
      /urgency[\s\S]*clock|clock[\s\S]*urgency/,
    );
  });
});
