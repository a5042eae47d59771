import type { NoteCheck } from '@openum/domain/noteCheck/check.ts';
import type { asides, Evidence, Finding, Outcome } from '@openum/domain/noteCheck/finding.ts';
import type { LevelGuide } from '@openum/domain/noteCheck/guide.ts';

export const outcomeWord: Record<Outcome, string> = {
  present: 'Present',
  missing: 'Missing',
  contradicted: 'Contradicted',
};

const asideWord: Record<(typeof asides)[number], string> = {
  historical: 'of the past',
  hypothetical: 'of what may come',
  otherPerson: 'of somebody else',
  unticked: 'a box that is not ticked',
  loose: 'without the number or how often',
};

/** Why a mention counts as it does; empty when it supports. */
export const standingWord = ({ standing, aside, outOfBounds: b, assertion }: Evidence): string => {
  if (b) {
    const limits = [
      b.atLeast === undefined ? '' : `at least ${b.atLeast}`,
      b.below === undefined ? '' : `below ${b.below}`,
    ];
    return `the level has ${limits.filter(Boolean).join(' and ')} ${b.unit}`;
  }
  if (standing === 'supports') return '';
  if (standing === 'against') return assertion === 'negated' ? 'denied' : 'says the contrary';
  return aside ? `${asideWord[aside]}, so it does not count` : '';
};

/** The requested level against what is written, as sentences. */
export const levelSentence = ({ level, levelName }: NoteCheck, levels: readonly LevelGuide[]): string => {
  const name = (id: string | undefined) => levels.find((l) => l.id === id)?.name.toLowerCase();
  const asked = levelName.toLowerCase();
  const counted = `For the ${asked} level there ${level.found === 1 ? 'is' : 'are'} ${level.found} of ${level.wanted} findings.`;
  switch (level.outcome) {
    case 'supported':
      return `What is written supports the ${asked} level.`;
    case 'lower':
      return `What is written supports the ${name(level.documented)} level. ${counted} Document what else is true, or ask for the lower level.`;
    case 'higher': {
      const above = level.documented ? `, such as the ${name(level.documented)} level` : '';
      return `The note has findings that call for more than the ${asked} level${above}. Say how they are kept safe here, or ask for the higher level.`;
    }
    case 'nothing':
      return `Nothing written supports a level of care yet. ${counted}`;
  }
};

/** What somebody should look at first comes first. */
export const byNeed = (findings: readonly Finding[]): readonly Finding[] => {
  const rank = ({ importance, outcome }: Finding): number => {
    if (outcome === 'present') return 3;
    if (importance === 'required') return outcome === 'contradicted' ? 0 : 1;
    return outcome === 'contradicted' ? 2 : 4;
  };
  return findings.toSorted((a, b) => rank(a) - rank(b));
};

/** The open points as text, to be sent to whoever writes the note. */
export const openPoints = (check: NoteCheck): string => {
  const open = byNeed(check.findings).filter((f) => f.outcome !== 'present' && f.importance === 'required');
  return [
    `Note for ${check.levelName.toLowerCase()}: what to document, only where it is true`,
    ...open.map((f) => `- ${f.name} (${outcomeWord[f.outcome].toLowerCase()}). ${f.ifTrue ?? ''}`),
    ...check.wording.map((w) => `- "${w.quote}". ${w.why} ${w.ifTrue}`),
  ].join('\n');
};
