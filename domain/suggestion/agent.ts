/** What may be asked of a language model. Each agent makes one kind of suggestion, and a person follows each. */
export const agents = ['extraction', 'intake', 'criteria', 'information', 'brief', 'letter', 'appeal'] as const;
export type AgentId = (typeof agents)[number];

/** What an agent looks at: a case, a message that is no case yet, or an episode of a practice. */
export type SubjectKind = 'case' | 'message' | 'episode';
export type Subject = { readonly kind: SubjectKind; readonly id: string };

export const subjectOf = {
  extraction: 'case',
  intake: 'message',
  criteria: 'case',
  information: 'case',
  brief: 'case',
  letter: 'case',
  appeal: 'episode',
} as const satisfies Record<AgentId, SubjectKind>;
