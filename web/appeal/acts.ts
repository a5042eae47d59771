import type { ActContext, Reading } from './act/act.ts';
import { aidActs } from './act/aid.ts';
import { closeActs } from './act/close.ts';
import { decideActs } from './act/decide.ts';
import { externalActs } from './act/external.ts';
import { recordActs } from './act/record.ts';
import { standingActs } from './act/standing.ts';
import { timeActs } from './act/time.ts';
import type { ActSpec } from './spec.ts';

const subjects = [standingActs, decideActs, timeActs, recordActs, aidActs, externalActs, closeActs];

/** The acts on one appeal that its present state gives sense to, each with why it cannot be done now. */
export const appealActs = (r: Reading, ctx: ActContext): readonly ActSpec[] =>
  subjects.flatMap((acts) => acts(r, ctx)).filter((act) => act !== false);
