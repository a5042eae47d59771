import { fill } from '@openum/domain/notice/text.ts';
import type { Casework } from '../casework.ts';

/** A mail of the product to somebody outside: words without anybody's health information, and what fills their gaps. */
export type MailText = {
  /** The same for every try of the same mail. */
  readonly mailId: string;
  readonly to: string | undefined;
  readonly words: { readonly subject: string; readonly text: string };
  readonly values: Readonly<Record<string, string | undefined>>;
};

/** `unavailable`: the server cannot be reached now; try again later. */
export const mailText = async (
  { mailer }: Pick<Casework, 'mailer'>,
  { mailId, to, words, values }: MailText,
): Promise<'mailed' | 'noAddress' | 'noServer' | 'refused' | 'unavailable'> => {
  if (!to) return 'noAddress';
  if (!mailer) return 'noServer';
  const scope = { values, lists: {} };
  const [subject, text] = [fill(words.subject, scope), fill(words.text, scope)];
  if (subject === undefined || text === undefined) throw new Error(`a mail has a gap: ${words.subject}`);
  const outcome = await mailer.send({ mailId, to, subject, text });
  return outcome.kind === 'accepted' ? 'mailed' : outcome.kind;
};
