import type { WorkListView } from '@openum/http/contract/workList.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { get } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { date } from '../app/format.ts';
import { retrospectiveReasonWord, settingWord, statusWord, urgencyWord } from '../app/words.ts';
import { sizeWords } from '../case/document/upload.ts';
import { Warning } from '../case/Warning.tsx';
import { OwnDuplicates } from '../portal/OwnDuplicates.tsx';
import { askKey, asksOf, type DocumentDraft, type RequestDraft } from './form.ts';
import css from './request.module.css';

/** Cases of the same member that already ask for one of these services. */
const Duplicates = ({ draft }: { readonly draft: RequestDraft }) => {
  const number = draft.member?.memberNumber;
  const { data } = useQuery({
    queryKey: ['cases', 'ofMember', number],
    queryFn: ({ signal }) => get<WorkListView>('/api/cases', { text: number, limit: 50 }, signal),
    enabled: number !== undefined,
  });
  const same = (data?.rows ?? []).filter(
    (r) =>
      r.memberNumber === number &&
      r.status !== 'voided' &&
      r.status !== 'withdrawn' &&
      draft.items.some((i) => r.serviceSummary.includes(i.service.code)),
  );
  if (same.length === 0) return null;
  return (
    <Warning title="This may be a duplicate">
      The member already has a case for the same service. Look at it first; send only if this is another need.
      <ul style={{ margin: 0, paddingInlineStart: '1.125rem' }}>
        {same.map((r) => (
          <li key={r.caseId}>
            <Link to="/cases/$caseId" params={{ caseId: r.caseId }}>
              {r.caseNumber}
            </Link>
            : {r.serviceSummary}, {statusWord[r.status].toLowerCase()}
          </li>
        ))}
      </ul>
    </Warning>
  );
};

type Props = { readonly draft: RequestDraft; readonly documents: readonly DocumentDraft[] };

/** Everything once more before it is sent. */
export const Review = ({ draft, documents }: Props) => {
  const { kind } = useSession().view.tenant;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const asks = asksOf(draft.items);
  const answered = asks.filter((a) => (draft.answers[askKey(a)]?.value ?? '') !== '');
  return (
    <section className={css.section} aria-labelledby="review">
      <h2 id="review" ref={head} tabIndex={-1}>
        Check before sending
      </h2>
      {kind === 'practice' ? <OwnDuplicates draft={draft} /> : <Duplicates draft={draft} />}
      <dl className={css.review}>
        <dt>Member</dt>
        <dd>
          {draft.member?.name}, {draft.member && date(draft.member.birthDate as never)}, {draft.member?.memberNumber}
        </dd>
        <dt>Requesting provider</dt>
        <dd>{draft.requesting?.name}</dd>
        <dt>Servicing provider</dt>
        <dd>{draft.servicing?.name ?? 'The same'}</dd>
        <dt>Diagnoses</dt>
        <dd>{draft.diagnoses.map((d) => `${d.code} ${d.label}`).join('; ')}</dd>
        <dt>Setting</dt>
        <dd>{settingWord[draft.setting]}</dd>
        {draft.items.map((i, at) => [
          <dt key={`t${i.service.code}`}>Service {at + 1}</dt>,
          <dd key={`d${i.service.code}`}>
            {i.service.code} {i.service.label}
            {i.units && `, ${i.units} ${i.service.unit ?? ''}`}, {date(i.start as never)}
            {i.end && ` to ${date(i.end as never)}`}
          </dd>,
        ])}
        {draft.retrospective.on && (
          <>
            <dt>Reviewed in retrospect</dt>
            <dd>
              {draft.retrospective.reason && retrospectiveReasonWord[draft.retrospective.reason]}, care until{' '}
              {date(draft.retrospective.endedOn as never)}
              {draft.retrospective.claim && `, claim ${draft.retrospective.claim}`}
              {draft.retrospective.note && `\n${draft.retrospective.note}`}
            </dd>
          </>
        )}
        <dt>Urgency</dt>
        <dd>
          {urgencyWord[draft.urgency]}
          {draft.urgency === 'expedited' && `: ${draft.urgencyBasis}`}
        </dd>
        <dt>Clinical questions</dt>
        <dd>
          {answered.length} of {asks.length} answered
          {answered.map((a) => `\n${a.label}: ${draft.answers[askKey(a)]?.value}`).join('')}
        </dd>
        <dt>Rationale</dt>
        <dd>{draft.rationale.trim() || 'None'}</dd>
        <dt>Documents</dt>
        <dd>
          {documents.length === 0 ? 'None' : documents.map((d) => `${d.title} (${sizeWords(d.sizeBytes)})`).join('\n')}
        </dd>
      </dl>
    </section>
  );
};
