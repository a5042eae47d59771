import type { ReadyTextRules, SectionKind } from './rule.ts';
import type { Span } from './span.ts';

/** A line of the text without the marks of a list or a heading, and the section in which it stands. */
export type Line = Span & { readonly section: SectionKind; readonly item: boolean; readonly blank: boolean };

const marks = /^[\s>]*(?:(?:[-*•·‣]|#{1,6}|\d{1,2}[.)])\s+)*(?:\*\*)?\s*/;
const label = /^([A-Za-z][A-Za-z0-9 /&'()-]{0,48}?)\s*(?:\*\*)?:(?!\d)/;

/** The lines of a text. A heading alone on its line rules until the next heading; one with words behind it, its own line. */
export const linesOf = (text: string, rules: ReadyTextRules): readonly Line[] => {
  const lines: Line[] = [];
  let section: SectionKind = 'other';
  let at = 0;
  for (const raw of text.split('\n')) {
    const skip = marks.exec(raw)?.[0].length ?? 0;
    const body = raw.slice(skip).trimEnd();
    const said = label.exec(body);
    const head = (said?.[1] ?? body.replace(/\*\*$/, '')).trim().toLowerCase();
    const known = rules.headings.get(head);
    const alone = said ? body.slice(said[0].length).replaceAll('*', '').trim() === '' : known !== undefined;
    if (alone && body !== '') section = known ?? 'other';
    const own = alone ? section : (said && known) || section;
    const from = at + skip;
    lines.push({
      from,
      to: from + body.length,
      section: own,
      item: /[-*•·‣]|\d[.)]/.test(raw.slice(0, skip)),
      blank: body === '',
    });
    at += raw.length + 1;
  }
  return lines;
};
