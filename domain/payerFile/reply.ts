import type { EpisodeSubmission } from '../episode/state.ts';
import type { AnsweredLine, LineAnswer } from '../payer/answer.ts';
import type { AuthorizationReply, ReplyLine } from './part.ts';

/** What was said of the n-th code: by code where codes come back, by place where the payer gave none, else what holds for all. */
const saidOf = (
  { event, services }: AuthorizationReply,
  codes: readonly string[],
  at: number,
): ReplyLine | undefined => {
  const code = codes[at];
  // The same code may be asked for twice: the second line is answered by the second of its answers.
  const nth = codes.slice(0, at).filter((c) => c === code).length;
  const byCode = services.filter((l) => l.code === code)[nth];
  return byCode ?? services.filter((l) => l.code === undefined)[at] ?? event;
};

const withMessage = (line: ReplyLine, message: string | undefined): ReplyLine => {
  const note = [line.note, message].filter((t) => t !== undefined).join(' ');
  return note === '' ? line : { ...line, note };
};

/** What a 278 answer says of a request: of each of its lines, or that the payer could not take it. */
export const repliedTo = (s: EpisodeSubmission, reply: AuthorizationReply): LineAnswer => {
  const lines = (s.codes.length === 0 ? [''] : s.codes).flatMap((_, at): readonly AnsweredLine[] => {
    const said = saidOf(reply, s.codes, at);
    if (!said) return [];
    const { code: _code, ...line } = withMessage(said, reply.message);
    return [{ ...line, sequence: at + 1 }];
  });
  if (lines.length > 0) return { kind: 'lines', lines };
  return reply.rejections.length > 0
    ? { kind: 'rejected', messages: reply.rejections }
    : { kind: 'unreadable', messages: ['The answer says nothing of what was asked for.'] };
};
