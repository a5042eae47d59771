import { Button } from '@mantine/core';
import type { ItemStatus } from '@openum/domain/case/status.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { AdmissionAnswer } from '@openum/http/contract/admission.ts';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useSession } from '../api/session.ts';
import { DueTime } from '../app/DueTime.tsx';
import { moment } from '../app/format.ts';
import { ItemStatusBadge } from '../app/StatusBadge.tsx';
import css from '../request/request.module.css';
import { noticeSentence } from './words.ts';

type Props = { readonly answer: AdmissionAnswer; readonly again: () => void };

/** What came of the notice, and what the rules say of it. */
export const AdmissionResult = ({ answer, again }: Props) => {
  const { zone, view } = useSession();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const due = answer.nextDueAt as Instant | undefined;
  const { maternity } = answer.admission;
  return (
    <section className={css.section} aria-labelledby="result" style={{ maxInlineSize: '60rem' }}>
      <h2 id="result" ref={head} tabIndex={-1}>
        Received as case {answer.caseNumber}
      </h2>
      {answer.items.map((i) => (
        <div key={i.itemSequence}>
          {answer.admission.levelLabel} <ItemStatusBadge status={i.status as ItemStatus} />
        </div>
      ))}
      <div>{noticeSentence(answer.admission, zone)}</div>
      {maternity && (
        <div>
          The days until {moment(maternity.until, zone)} need no authorization ({maternity.citation}).
        </div>
      )}
      {due ? (
        <div>
          An answer is due by {moment(due, zone)}{' '}
          <span className={css.due}>
            <DueTime dueAt={due} zone={zone} focusable />
          </span>
        </div>
      ) : (
        <div>Nothing is left to decide.</div>
      )}
      <div style={{ display: 'flex', gap: '0.5rem', flexWrap: 'wrap' }}>
        <Button
          renderRoot={(props) => (
            <Link
              {...props}
              to={view.tenant.kind === 'practice' ? '/requests/$caseId' : '/cases/$caseId'}
              params={{ caseId: answer.caseId }}
            />
          )}
        >
          {view.tenant.kind === 'practice' ? 'Follow the request' : 'Open the case'}
        </Button>
        <Button variant="default" onClick={again}>
          {view.tenant.kind === 'practice' ? 'Another notice' : 'Back to admissions'}
        </Button>
      </div>
    </section>
  );
};
