import type { PayerQuestion } from '@openum/domain/payer/unknown.ts';
import type { Escalation, TaskArea, TaskKind } from '@openum/domain/practiceTask/task.ts';

export const taskWord: Record<TaskKind, string> = {
  peerToPeer: 'Peer-to-peer',
  informationDue: 'Send what the payer asked for',
  requestDue: 'Ask for authorization',
  submissionDue: 'Send continued-stay request',
  updateDue: 'Send clinical update',
  askPeerToPeer: 'Ask for a peer-to-peer',
  followUp: 'Ask how the request stands',
  retroDue: 'Ask for the days that have passed',
  appealDue: 'Appeal',
  benefitsDue: 'Verify benefits',
  askPayer: 'Ask the payer',
};

export const areaWord: Record<TaskArea, string> = { review: 'Review', billing: 'Billing', desk: 'Front desk' };

export const escalationWord: Record<Escalation, string> = {
  none: '',
  reminded: 'Half of its time is gone',
  deputy: 'With the deputy too',
  overdue: 'Past due',
};

export const questionWord: Record<PayerQuestion, string> = {
  card: 'everything: there is no rule card',
  authorization: 'whether authorization is needed',
  leadTime: 'how long before the end to ask',
  reviewInterval: 'how many days at a time',
  criteria: 'which criteria',
  wants: 'what they want to read',
  channels: 'how to reach them',
  peerToPeer: 'the peer-to-peer window',
  talkSpeaker: 'who may speak at a peer-to-peer',
  appeals: 'levels and windows of appeal',
  retro: 'whether past days may be asked for',
};
