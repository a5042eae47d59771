import type { QuestionFilter } from '@openum/casework/port/suggestions.ts';
import type { Conditions } from '../report/caseFilter.ts';

/** Which questions are meant, as demands on `r`. */
export const ofQuestions = (c: Conditions, f: QuestionFilter): void => {
  c.demand(f.from, (p) => `r.asked_at >= ${p}`);
  c.demand(f.before, (p) => `r.asked_at < ${p}`);
  c.demand(f.agent, (p) => `r.agent = ${p}`);
  c.demand(f.agentVersion, (p) => `r.agent_version = ${p}`);
  if (f.model === 'none') c.say('r.model is null');
  else c.demand(f.model, (p) => `r.model = ${p}`);
  c.demand(f.service, (p) => `${p} = any(r.services)`);
};
