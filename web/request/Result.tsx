import { Button } from '@mantine/core';
import type { ItemStatus } from '@openum/domain/case/status.ts';
import type { Instant } from '@openum/domain/time/instant.ts';
import type { PortalAnswer } from '@openum/http/contract/request.ts';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useSession } from '../api/session.ts';
import { DueTime } from '../app/DueTime.tsx';
import { moment } from '../app/format.ts';
import { ItemStatusBadge } from '../app/StatusBadge.tsx';
import type { RequestDraft } from './form.ts';
import css from './request.module.css';

type Props = { readonly answer: PortalAnswer; readonly sent: RequestDraft; readonly again?: () => void };

/** What came of the request. */
export const Result = ({ answer, sent, again }: Props) => {
  const { zone, view } = useSession();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const due = answer.nextDueAt as Instant | undefined;
  return (
    <section className={css.section} aria-labelledby="result" style={{ maxInlineSize: '60rem' }}>
      <h2 id="result" ref={head} tabIndex={-1}>
        Received as case {answer.caseNumber}
      </h2>
      <ul style={{ margin: 0, paddingInlineStart: '1.125rem' }}>
        {answer.items.map((i) => {
          const service = sent.items[i.itemSequence - 1]?.service;
          return (
            <li key={i.itemSequence}>
              {service?.code} {service?.label} <ItemStatusBadge status={i.status as ItemStatus} />{' '}
              {i.authorizationNumber && `Authorization ${i.authorizationNumber}`}
            </li>
          );
        })}
      </ul>
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
      <div style={{ display: 'flex', gap: '0.5rem' }}>
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
        {again && (
          <Button variant="default" onClick={again}>
            New request
          </Button>
        )}
      </div>
    </section>
  );
};
