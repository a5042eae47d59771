import type { Case, CaseItem } from '../case/state.ts';
import type { ClockReceipt } from '../clock/receipt.ts';
import { type AdverseDetermination, isAdverse } from '../determination/determination.ts';
import { element, type FileElement, notApplicable } from './element.ts';
import { channelText, lineText, outcomeText } from './words.ts';

/** The first decision against the line: the one that is in the universe. */
const denialOf = (item: CaseItem): AdverseDetermination | undefined =>
  [...item.earlierDeterminations, ...(item.determination ? [item.determination] : [])].find(isAdverse);

const letter = (c: Case, item: CaseItem, audience: 'member' | 'provider') =>
  c.notices.find(
    (n) => n.kind === 'adverseDetermination' && n.audience === audience && n.itemSequences.includes(item.sequence),
  );

const timely = (receipts: readonly ClockReceipt[]): FileElement => {
  const hard = receipts.filter((r) => r.hard);
  const late = hard.filter((r) => r.state === 'missed');
  return element(
    'timely',
    'Decision and notices in time',
    hard.length > 0 && late.length === 0,
    late.length > 0
      ? `Late by ${late.map((r) => r.ruleId).join(', ')}`
      : hard.length === 0
        ? 'No clock of this line is in the record'
        : `In time by ${hard.map((r) => r.ruleId).join(', ')}`,
  );
};

/** What a denial file has to show (NCQA UM 5 to UM 7). `receipts` are those of the clocks that waited for the line. */
export const denialFile = (c: Case, item: CaseItem, receipts: readonly ClockReceipt[]): readonly FileElement[] => {
  const { request } = c;
  const denial = denialOf(item);
  const member = letter(c, item, 'member');
  const provider = letter(c, item, 'provider');
  const offer = c.peerToPeer.find((p) => p.itemSequences.includes(item.sequence));
  const gathered = c.documents.length + c.facts.length;
  const clinical = denial?.reasonClass === 'medicalNecessity';
  return [
    element('received', 'Request, when and how it came', true, `By ${channelText[request.channel]}`, c.receivedAt),
    element('type', 'Type and urgency', true, `${item.reviewType ?? request.reviewType}, ${c.urgency}`),
    element(
      'line',
      'Line of business',
      true,
      `${lineText[request.coverage.lineOfBusiness]}, ${request.coverage.planName}`,
    ),
    element(
      'information',
      'Clinical information gathered',
      gathered > 0,
      `${c.documents.length} documents, ${c.facts.length} facts, ${c.informationRequests.length} requests for more`,
    ),
    element(
      'reviewer',
      'Reviewer, with profession and licence',
      denial !== undefined && denial.by.qualification.licences.length > 0,
      denial
        ? `${denial.by.name}, ${denial.by.qualification.profession}, ${denial.by.qualification.licences.map((l) => `${l.state} ${l.number}`).join(', ')}`
        : 'No decision against this line is in the record',
    ),
    element(
      'criteria',
      'Criteria by name and version',
      (denial?.criteria.length ?? 0) > 0,
      denial?.criteria.map((k) => `${k.name} ${k.version}`).join('; ') || 'The decision names none',
    ),
    element(
      'reason',
      'Reason in clinical words',
      (denial?.rationale.trim() ?? '') !== '',
      denial?.rationale ?? 'Missing',
    ),
    element(
      'plainReason',
      'Reason in plain words for the member',
      (denial?.memberRationale.trim() ?? '') !== '',
      denial?.memberRationale ?? 'Missing',
    ),
    element(
      'decided',
      'Time of decision',
      denial !== undefined,
      denial ? outcomeText[denial.outcome] : 'Missing',
      denial?.decidedAt,
    ),
    element(
      'memberNotice',
      'Notice to the member, with appeal rights',
      member !== undefined,
      member ? `Template ${member.templateId} ${member.templateVersion}, ${member.language}` : 'No letter went out',
      member?.issuedAt,
    ),
    element(
      'practitionerNotice',
      'Notice to the practitioner',
      provider !== undefined,
      provider ? `Template ${provider.templateId} ${provider.templateVersion}` : 'No letter went out',
      provider?.issuedAt,
    ),
    clinical
      ? element(
          'peerToPeer',
          'Talk with a physician reviewer offered',
          offer !== undefined || provider !== undefined,
          offer ? `Offered by ${offer.offeredBy}` : provider ? 'Told in the letter to the practitioner' : 'No offer',
          offer?.offeredAt ?? provider?.issuedAt,
        )
      : notApplicable('peerToPeer', 'Talk with a physician reviewer offered', 'The decision is administrative'),
    timely(receipts),
  ];
};
