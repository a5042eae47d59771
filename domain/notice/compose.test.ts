import {
  letterCase,
  letterContext,
  letterTemplate,
  noticeContent,
  sampleApproval,
  sampleDenial,
  sampleReduction,
} from '@openum/testkit/notice/letterCase.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../case/refusal.ts';
import { type LineOfBusiness, linesOfBusiness } from '../case/request.ts';
import type { AdverseDetermination, Determination } from '../determination/determination.ts';
import { composeNotice } from './compose.ts';
import type { NoticeAudience, NoticeDocument, NoticeKind } from './document.ts';
import { missingElements } from './matrix.ts';

const { matrix } = noticeContent;
const audiences: readonly NoticeAudience[] = ['member', 'provider'];

const letter = (
  line: LineOfBusiness,
  audience: NoticeAudience,
  determinations: readonly Determination[],
  kind: NoticeKind = 'adverseDetermination',
): NoticeDocument => {
  const composed = composeNotice(
    letterCase(line, determinations),
    determinations.map((_, i) => i + 1),
    kind,
    audience,
    letterTemplate(kind, audience, line),
    letterContext(line),
  );
  if (isRefusal(composed)) throw new Error(composed.code);
  return composed;
};

const textOf = (d: NoticeDocument): string => JSON.stringify(d);

const shape = (d: NoticeDocument) => ({
  reference: d.reference.map((r) => r.label),
  sections: d.sections.map((s) =>
    s.blocks.map((b) => [b.kind, b.element, b.kind === 'table' ? b.columns : b.kind === 'list' ? b.items.length : 0]),
  ),
});

describe.each(linesOfBusiness)('a letter under %s', (line) => {
  test.each(audiences)('says to the %s everything that the rules demand of a denial', (audience) => {
    expect(missingElements(letter(line, audience, [sampleDenial]), matrix)).toEqual([]);
  });

  test.each(audiences)('says to the %s everything that the rules demand of a partial approval', (audience) => {
    const d = letter(line, audience, [sampleReduction]);
    expect(missingElements(d, matrix)).toEqual([]);
    expect(textOf(d)).toContain('A-2026-000124');
  });

  test.each(audiences)('says to the %s everything that the rules demand of an approval', (audience) => {
    const d = letter(line, audience, [sampleApproval], 'approval');
    expect(missingElements(d, matrix)).toEqual([]);
    expect(textOf(d)).toContain('February 28, 2027');
    expect(d.appealDeadline).toBeUndefined();
  });

  test.each(audiences)('names to the %s the criteria with their version and the reviewer', (audience) => {
    const text = textOf(letter(line, audience, [sampleDenial]));
    expect(text).toContain('Positive airway pressure for obstructive sleep apnea, version 2026.1');
    expect(text).toContain('NCD 240.4');
    expect(text).toContain('Dr. Ana Ruiz, Physician, Sleep Medicine, board certified');
  });

  test('reads to the member at grade eight or below', () => {
    const d = letter(line, 'member', [sampleDenial]);
    expect(d.readingGrade).toBeLessThanOrEqual(8);
    expect(d.warnings).toEqual([]);
  });
});

describe('a letter that a person should look at before it goes', () => {
  test('warns when the words for the member are hard to read', () => {
    const memberRationale =
      'The polysomnographic documentation accompanying this authorization demonstrates insufficient respiratory disturbance, notwithstanding considerable symptomatology, to substantiate continuous positive airway pressure administration. '.repeat(
        12,
      );
    const [warning] = letter('qhp', 'member', [{ ...sampleDenial, memberRationale }]).warnings;
    expect(warning).toMatch(/^The text reads at grade \d+/);
  });

  test('warns when nobody knows where to mail it', () => {
    const known = letterCase('qhp', [sampleDenial]);
    const { address: _, ...member } = known.request.member;
    const composed = composeNotice(
      { ...known, request: { ...known.request, member } },
      [1],
      'adverseDetermination',
      'member',
      letterTemplate('adverseDetermination', 'member', 'qhp'),
      letterContext('qhp'),
    );
    expect(composed).toMatchObject({ warnings: ['There is no postal address; the letter cannot be mailed.'] });
  });
});

describe('the title of a denial to a member', () => {
  test('says "not all" when something was approved', () => {
    expect(letter('qhp', 'member', [sampleDenial]).title).toBe('We did not approve this care');
    expect(letter('qhp', 'member', [sampleDenial, sampleReduction]).title).toBe('We did not approve all of this care');
  });
});

describe('the last day to appeal', () => {
  test.each([
    ['medicareAdvantage', '2027-01-25', 'January 25, 2027'],
    ['medicaidManagedCare', '2027-01-20', 'January 20, 2027'],
    ['chip', '2027-01-20', 'January 20, 2027'],
    ['qhp', '2027-05-25', 'May 25, 2027'],
    ['selfFundedErisa', '2027-05-25', 'May 25, 2027'],
    ['fehb', '2027-05-21', 'May 21, 2027'],
  ] as const)('under %s, of a letter dated 21 November 2026, is %s', (line, date, words) => {
    for (const audience of audiences) {
      const d = letter(line, audience, [sampleDenial]);
      expect(d.appealDeadline).toBe(date);
      expect(textOf(d)).toContain(words);
    }
  });

  test('is not printed where the decision itself cannot be appealed', () => {
    const d = letter('medicareFfs', 'member', [sampleDenial]);
    expect(d.appealDeadline).toBeUndefined();
    expect(textOf(d)).not.toContain('Your last day');
  });

  test('to keep Medicaid care going is ten days after the letter', () => {
    expect(textOf(letter('medicaidManagedCare', 'member', [sampleDenial]))).toContain('December 1, 2026');
  });
});

describe('the reason in a letter', () => {
  const withReason = (text: string): AdverseDetermination => ({
    ...sampleDenial,
    rationale: text,
    memberRationale: text,
  });

  test.each(['', 'Does not meet medical necessity criteria.', '0F'])('is missing when it is %j', (text) => {
    for (const audience of audiences) {
      const missing = missingElements(letter('medicareAdvantage', audience, [withReason(text)]), matrix);
      expect(missing.map((m) => [m.element, m.itemSequence])).toEqual([['specificReason', 1]]);
    }
  });

  test('of one item does not stand in for the reason of another', () => {
    const missing = missingElements(letter('qhp', 'member', [sampleDenial, withReason('Not necessary.')]), matrix);
    expect(missing.map((m) => [m.element, m.itemSequence])).toEqual([['specificReason', 2]]);
  });

  test('is the plain one for the member and the clinical one for the provider', () => {
    expect(textOf(letter('qhp', 'member', [sampleDenial]))).toContain(sampleDenial.memberRationale);
    expect(textOf(letter('qhp', 'member', [sampleDenial]))).not.toContain('AHI of 3.1');
    expect(textOf(letter('qhp', 'provider', [sampleDenial]))).toContain(sampleDenial.rationale);
  });

  test('carries its X12 code and meaning to the provider only', () => {
    expect(textOf(letter('qhp', 'provider', [sampleDenial]))).toContain('0F: Not medically necessary');
    expect(textOf(letter('qhp', 'member', [sampleDenial]))).not.toContain('0F:');
  });

  test('with a code that nobody knows leaves the letter incomplete', () => {
    const d = letter('qhp', 'provider', [{ ...sampleDenial, reasonCodes: ['ZZ'] }]);
    expect(missingElements(d, matrix).map((m) => m.element)).toEqual(['decisionReasonCode']);
  });
});

describe('the content matrix', () => {
  test('finds what a template leaves out', () => {
    const full = letterTemplate('adverseDetermination', 'member', 'medicaidManagedCare');
    const cut = { ...full, sections: full.sections.filter((s) => !/appeal|wait|language/i.test(s.heading)) };
    const composed = composeNotice(
      letterCase('medicaidManagedCare', [sampleDenial]),
      [1],
      'adverseDetermination',
      'member',
      cut,
      letterContext('medicaidManagedCare'),
    );
    if (isRefusal(composed)) throw new Error(composed.code);
    expect(missingElements(composed, matrix).map((m) => m.element)).toEqual([
      'appealWindow',
      'appealWho',
      'appealHow',
      'appealTimes',
      'continuationOfBenefits',
      'languageAssistance',
    ]);
  });

  test('asks a medical denial for its criteria, and an administrative one not', () => {
    const medical = letter('qhp', 'member', [{ ...sampleDenial, criteria: [] }]);
    expect(missingElements(medical, matrix).map((m) => m.element)).toEqual(['criteriaCited']);
    const administrative = letter('qhp', 'member', [
      { ...sampleDenial, criteria: [], reasonClass: 'administrative', reasonCodes: ['09'] },
    ]);
    expect(missingElements(administrative, matrix)).toEqual([]);
  });
});

describe('a letter that cannot be written', () => {
  const compose = (
    determinations: readonly (Determination | undefined)[],
    items: readonly number[],
    kind: NoticeKind,
  ) =>
    composeNotice(
      letterCase('qhp', determinations),
      items,
      kind,
      'member',
      letterTemplate(kind, 'member', 'qhp'),
      letterContext('qhp'),
    );

  test.each([
    ['an undecided item', [undefined], [1], 'adverseDetermination', 'noticeWithoutDetermination'],
    ['an approval of a denied item', [sampleDenial], [1], 'approval', 'noticeWithoutDetermination'],
    ['a denial of an approved item', [sampleApproval], [1], 'adverseDetermination', 'noticeWithoutDetermination'],
    ['an item that is not in the request', [sampleDenial], [7], 'adverseDetermination', 'itemUnknown'],
    ['no item', [sampleDenial], [], 'adverseDetermination', 'itemsMissing'],
  ] as const)('for %s is refused', (_, determinations, items, kind, code) => {
    expect(compose(determinations, items, kind)).toMatchObject({ kind: 'refusal', code });
  });

  test('with the appeal rights of another line of business is an error', () => {
    expect(() =>
      composeNotice(
        letterCase('qhp', [sampleDenial]),
        [1],
        'adverseDetermination',
        'member',
        letterTemplate('adverseDetermination', 'member', 'qhp'),
        letterContext('medicareAdvantage'),
      ),
    ).toThrow(/appeal rights medicareAdvantage/);
  });
});

describe('the reviewer of a letter', () => {
  test('is shown to a member with the license where the state asks for it, and to a provider always', () => {
    const inState = (state: string, audience: NoticeAudience) => {
      const base = letterCase('commercialInsured', [sampleDenial]);
      const moved = {
        ...base,
        request: { ...base.request, coverage: { ...base.request.coverage, stateOfIssue: state } },
      };
      return JSON.stringify(
        composeNotice(
          moved,
          [1],
          'adverseDetermination',
          audience,
          letterTemplate('adverseDetermination', audience, 'commercialInsured'),
          letterContext('commercialInsured'),
        ),
      );
    };
    expect(inState('AR', 'member')).toContain('CO license DR.0051234');
    expect(inState('CO', 'member')).not.toContain('DR.0051234');
    expect(inState('CO', 'provider')).toContain('CO license DR.0051234');
  });
});

describe('text that people wrote', () => {
  test('cannot change the structure of a letter, whatever it holds', () => {
    const plain = shape(letter('medicaidManagedCare', 'member', [sampleReduction]));
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
      fc.constantFrom(
        '{{plan.phone}}',
        '<script>',
        '#import "x"',
        '$x$',
        '\\',
        ']',
        '\u202e',
        '\u0000',
        '\n\n= Heading',
      ),
    );
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 5 }), (parts) => {
        const text = `${sampleDenial.memberRationale} ${parts.join(' ')}`;
        const d = letter('medicaidManagedCare', 'member', [
          { ...sampleReduction, memberRationale: text, alternatives: `See ${text}` },
        ]);
        // A text that still holds a placeholder is no reason, and is left out as a whole.
        const held = missingElements(d, matrix).map((m) => m.element);
        if (held.length > 0) expect(held).toEqual(['specificReason']);
        else expect(shape(d)).toEqual(plain);
      }),
      { numRuns: 200 },
    );
  });

  test('with braces is printed as it is, not filled in', () => {
    const d = letter('qhp', 'member', [{ ...sampleDenial, alternatives: 'Ask about {{plan.phone}} today' }]);
    expect(textOf(d)).toContain('Ask about {{plan.phone}} today');
  });

  test('loses control characters and marks that turn the reading order around', () => {
    const d = letter('qhp', 'member', [
      { ...sampleDenial, memberRationale: `${sampleDenial.memberRationale}\u202e\u0000\u2066 denied` },
    ]);
    expect(textOf(d)).toContain('any other sleep test. denied');
  });
});
