import { loadAdmissions } from '@openum/content/admission/load.ts';
import { appealLevels, reconsiderationRules } from '@openum/content/appeal/load.ts';
import { calendarById } from '@openum/content/calendar/load.ts';
import { checklists } from '@openum/content/checklist/load.ts';
import { loadDiagnosisCodes } from '@openum/content/code/diagnosis.ts';
import { loadDecisionReasons } from '@openum/content/code/load.ts';
import { criteriaSets } from '@openum/content/criteria/load.ts';
import { loadDeliveryContent } from '@openum/content/delivery/load.ts';
import { duplicateRules } from '@openum/content/duplicate/load.ts';
import { factCatalogue } from '@openum/content/fact/load.ts';
import { loadFlows } from '@openum/content/flow/load.ts';
import { loadInformationLinkPolicy } from '@openum/content/information/load.ts';
import { loadMatchingPolicy, loadSpecialtyGroups } from '@openum/content/matching/load.ts';
import { noteGuide } from '@openum/content/noteCheck/load.ts';
import { loadNoticeContent } from '@openum/content/notice/load.ts';
import { peerToPeerRules } from '@openum/content/peerToPeer/load.ts';
import { loadPeerToPeerPolicy, loadTalkMails } from '@openum/content/peerToPeer/policy.ts';
import { taskPolicy } from '@openum/content/practiceTask/load.ts';
import { loadReviewerRules } from '@openum/content/reviewer/load.ts';
import { loadServiceCatalogue } from '@openum/content/service/load.ts';
import { reviewIntervals } from '@openum/content/stay/load.ts';
import { clinicalTextRules } from '@openum/content/text/load.ts';
import { ruleOf, turnaroundRules } from '@openum/content/turnaround/load.ts';
import { urgencyRules } from '@openum/content/urgency/load.ts';
import { noDial } from '@openum/domain/dial/dial.ts';
import type { Knowledge } from './knowledge.ts';

/** Reads and checks all content. Throws with the file and the entry at fault, so that a process does not start on bad knowledge. */
export const loadKnowledge = (): Knowledge => ({
  turnaroundRules,
  turnaroundRule: ruleOf,
  calendars: calendarById,
  criteriaSets,
  dial: noDial,
  facts: factCatalogue,
  services: loadServiceCatalogue(),
  diagnoses: loadDiagnosisCodes(),
  reviewerRules: loadReviewerRules(),
  matchingPolicy: loadMatchingPolicy(),
  specialtyGroups: loadSpecialtyGroups(),
  peerToPeerRules,
  peerToPeerPolicy: loadPeerToPeerPolicy(),
  talkMails: loadTalkMails(),
  informationLink: loadInformationLinkPolicy(),
  taskPolicy,
  appealLevels,
  reconsiderationRules,
  flows: loadFlows(),
  checklists,
  duplicateRules,
  urgencyRules,
  delivery: loadDeliveryContent(),
  notices: { ...loadNoticeContent(), decisionReasons: loadDecisionReasons() },
  admissions: loadAdmissions(),
  reviewIntervals,
  noteCheck: { guide: noteGuide, text: clinicalTextRules },
});
