import type { Reissue } from '../case/event.ts';
import type { CalendarDate } from '../time/instant.ts';
import type { NoticeSection } from './document.ts';
import { dateText, type LanguagePack } from './language.ts';
import { fill, oneLine } from './text.ts';

/** The letter that a new one takes the place of. */
export type FormerLetter = Omit<Reissue, 'noticeId'> & { readonly date: CalendarDate };

/** What a reissued letter says of the former one, before everything else. */
export const aboutFormer = (former: FormerLetter, { words, ...pack }: LanguagePack): NoticeSection => {
  const said = (name: string): string =>
    fill(words[name] ?? '', {
      values: { date: dateText(former.date, { words, ...pack }), explanation: oneLine(former.explanation) },
      lists: {},
    }) ?? '';
  return {
    heading: words['reissue.heading'] ?? '',
    enclosure: false,
    blocks: [{ kind: 'paragraph', text: oneLine(`${said('reissue.text')} ${said(`reissue.${former.because}`)}`) }],
  };
};
