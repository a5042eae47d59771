import { expect, test } from 'vitest';
import { summaryOf } from './answer.ts';

const questions = ['Saturation during exercise', 'Plan of care'];

test('each answer stands under its question, and a question without one says so', () => {
  expect(summaryOf(questions, { answers: [' 86 percent ', ''], more: 'Call my nurse.' })).toBe(
    '1. Saturation during exercise\n86 percent\n\n2. Plan of care\nNo answer.\n\nFurther:\nCall my nurse.',
  );
});

test('one question needs no number', () => {
  expect(summaryOf(['Plan of care'], { answers: ['Attached, page 2'] })).toBe('Plan of care\nAttached, page 2');
});

test('what is said apart from the questions is an answer too', () => {
  expect(summaryOf(['Plan of care'], { answers: [], more: 'All of it is in the file.' })).toContain('Further:');
});

test('nothing written is no answer, and more answers than questions are none either', () => {
  expect(summaryOf(questions, { answers: [' ', '\n'], more: ' ' })).toMatchObject({ code: 'fieldMissing' });
  expect(summaryOf(questions, { answers: ['a', 'b', 'c'] })).toMatchObject({ code: 'fieldInvalid' });
});
