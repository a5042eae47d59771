import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { type Refusal, refusalSentence } from '@openum/domain/case/refusal.ts';
import { type CalendarDate, isCalendarDateText } from '@openum/domain/time/instant.ts';
import type { CaseView } from '@openum/http/contract/case.ts';
import { date } from '../../app/format.ts';
import { roleWord } from '../../app/words.ts';
import { type ActId, actProblem } from './acts.ts';

/** Role ids of a refusal in the words of the screen. */
const spoken = (sentence: string): string =>
  Object.entries(roleWord).reduce(
    (s, [id, word]) => s.replace(new RegExp(`\\b${id}\\b`), word.toLowerCase()),
    sentence,
  );

const spokenDay = (value: Refusal['facts'][string]) =>
  typeof value === 'string' && isCalendarDateText(value) ? date(value as CalendarDate) : value;

/** A refusal as the screen says it. */
export const spokenRefusal = (no: Refusal): string =>
  spoken(
    refusalSentence({ ...no, facts: Object.fromEntries(Object.entries(no.facts).map(([k, v]) => [k, spokenDay(v)])) }),
  );

/** What keeps the first line from being cut, when none can be. */
const noLineToReduce = ({ coverageEnd: { lines } }: CaseView): Refusal | undefined =>
  lines.every((l) => l.refusal) ? lines[0]?.refusal : undefined;

/** Why an act is closed to this person now, as a sentence. */
export const whyNotFor =
  (view: CaseView, actor: PersonActor) =>
  (id: ActId): string | undefined => {
    const no = actProblem(id, actor, view.state) ?? (id === 'reduce' ? noLineToReduce(view) : undefined);
    return no && spokenRefusal(no);
  };
