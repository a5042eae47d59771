import { ApiProblem } from '../api/client.ts';

const longestTitle = 200;

/** The name of a file as its title; a longer one keeps its end, where the kind of the file stands. */
export const titleOf = (name: string): string =>
  name.length <= longestTitle ? name : `${name.slice(0, longestTitle - 13)}…${name.slice(-12)}`;

/** Whether nothing can be sent by this link any more, however often it is tried. */
export const isOver = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 404 || error.code === 'informationRequestEnded');

/** Whom to call, with the number where there is one. */
export const planContact = ({ plan, phone }: { readonly plan: string; readonly phone?: string }): string =>
  phone ? `${plan} at ${phone}` : plan;
