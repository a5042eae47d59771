import { ApiProblem } from '../api/client.ts';
import { problemText } from '../case/problemText.ts';

const longestTitle = 200;

/** The name of a file as its title; a longer one keeps its end, where the kind of the file stands. */
export const titleOf = (name: string): string =>
  name.length <= longestTitle ? name : `${name.slice(0, longestTitle - 13)}…${name.slice(-12)}`;

type Plan = { readonly plan: string; readonly phone?: string };

/** Whom to call, with the number where there is one. */
export const planContact = ({ plan, phone }: Plan): string => (phone ? `${plan} at ${phone}` : plan);

/** Whether nothing can be sent by this link any more, however often it is tried. */
export const isOver = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 404 || error.code === 'informationRequestEnded');

/** Why something did not go, and whom to call where trying again is of no use. */
export const whyNotSent = (error: unknown, plan: Plan): string => {
  if (!isOver(error)) return problemText(error);
  const gone = error instanceof ApiProblem && error.status === 404;
  return `${gone ? 'This link has ended' : 'This was answered already, or the plan waits for it no more'}. Call ${planContact(plan)}.`;
};
