import { expect, test } from 'vitest';
import { mentionsPart2 } from './mentions.ts';

const rule = {
  ...{ citation: '42 CFR 2.32', levelsOfCare: [], openRoles: [] },
  ...{ diagnosisPrefixes: ['F10', 'F11'], serviceCodes: ['1002', 'H0010'] },
};

test.each([
  ['Diagnosis F10.20', true],
  ['dx f1120', true],
  ['Service H0010 from 12/01', true],
  ['Oxygen E1390 for J44.9', false],
  ['Call extension 1002', false],
  ['Room AF10', false],
])('%s', (text, expected) => expect(mentionsPart2([text], rule)).toBe(expected));
