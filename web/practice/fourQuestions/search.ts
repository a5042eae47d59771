import { type Question, questions } from '@openum/domain/practiceMetrics/figures.ts';
import { isCalendarDateText } from '@openum/domain/time/instant.ts';

export type FourQuestionsSearch = {
  readonly asOf?: string;
  readonly from?: string;
  readonly payer?: string;
  readonly programme?: string;
  readonly question?: Question;
};

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const day = (value: unknown): string | undefined => {
  const found = text(value);
  return found !== undefined && isCalendarDateText(found) ? found : undefined;
};

/** What the address asks for; what it does not know is left out. */
export const readFourQuestionsSearch = (search: Record<string, unknown>): FourQuestionsSearch => {
  const [asOf, from] = [day(search.asOf), day(search.from)];
  const [payer, programme] = [text(search.payer), text(search.programme)];
  const question = questions.find((q) => q === search.question);
  return {
    ...(asOf ? { asOf } : {}),
    ...(from ? { from } : {}),
    ...(payer ? { payer } : {}),
    ...(programme ? { programme } : {}),
    ...(question ? { question } : {}),
  };
};
