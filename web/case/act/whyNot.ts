import type { PersonActor } from '@openum/domain/actor/actor.ts';
import { type Refusal, refusalSentence } from '@openum/domain/case/refusal.ts';
import type { CaseView } from '@openum/http/contract/case.ts';
import { roleWord } from '../../app/words.ts';
import { type ActId, actProblem } from './acts.ts';

/** Role ids of a refusal in the words of the screen. */
const spoken = (sentence: string): string =>
  Object.entries(roleWord).reduce(
    (s, [id, word]) => s.replace(new RegExp(`\\b${id}\\b`), word.toLowerCase()),
    sentence,
  );

/** A refusal as the screen says it. */
export const spokenRefusal = (no: Refusal): string => spoken(refusalSentence(no));

/** Why an act is closed to this person now, as a sentence. */
export const whyNotFor =
  (view: CaseView, actor: PersonActor) =>
  (id: ActId): string | undefined => {
    const no = actProblem(id, actor, view.state);
    return no && spokenRefusal(no);
  };
