import '../practice.css';
import '../request/request.css';
import './benefits.css';
import { Alert, Anchor } from '@mantine/core';
import { refusalSentence } from '@openum/domain/case/refusal.ts';
import { episodeMayNot } from '@openum/domain/episode/capability.ts';
import { payerFileRoles } from '@openum/domain/payerFile/role.ts';
import type { BenefitDesk, CoverageBenefits } from '@openum/http/contract/practice/benefits.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { ActButton } from '../../app/ActButton.tsx';
import { date, moment } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../../app/states.tsx';
import { Panel } from '../../case/Panel.tsx';
import { ProblemLine } from '../ProblemLine.tsx';
import { standingTone as fileTone, standingWord as fileWord } from '../payerFile/words.ts';
import { usePracticeSend } from '../send.ts';
import { levelWord } from '../words.ts';
import { BenefitsForm } from './BenefitsForm.tsx';
import { benefitsPath, benefitsQuery } from './queries.ts';
import { SaidBy, VerificationView } from './VerificationView.tsx';
import { needWord, standingTone, standingWord, warningLine } from './words.ts';

/** Why somebody may not write benefits down, or may not ask. */
const useWhyNot = () => {
  const { actor, view } = useSession();
  const { name, roles } = view.user;
  const no = episodeMayNot('RecordBenefits', { kind: 'person', userId: actor.userId, name, roles });
  return {
    record: no && refusalSentence(no),
    ask: roles.some((r) => payerFileRoles.includes(r)) ? undefined : 'Questions by file are sent by the front desk.',
  };
};

/** What the practice has learned about authorization at this payer, beside what the plan of this member says. */
const Rules = ({ benefits: c }: { readonly benefits: CoverageBenefits }) => (
  <div>
    <b>Authorization by the rule card: </b>
    {c.rules
      .map(({ levelOfCare, authorization }) =>
        authorization
          ? `${levelWord(levelOfCare).toLowerCase()} ${needWord[authorization.value]} (${date(authorization.on)})`
          : `${levelWord(levelOfCare).toLowerCase()} unknown`,
      )
      .join('; ')}
    .{' '}
    <Link to="/practice/payers/$payerId" params={{ payerId: c.coverage.payerId }}>
      Open the rule card
    </Link>
  </div>
);

type Props = { readonly desk: BenefitDesk; readonly benefits: CoverageBenefits };

const CoverageCard = ({ desk, benefits: c }: Props) => {
  const { send, busy, message } = usePracticeSend();
  const [open, setOpen] = useState(false);
  const whyNot = useWhyNot();
  return (
    <article className="um-request" aria-label={`${c.coverage.payerName}, ${c.coverage.memberNumber}`}>
      <header className="um-practice-actions">
        <b>
          {c.coverage.order}. {c.coverage.payerName}
        </b>
        <span className="um-practice-quiet">Member {c.coverage.memberNumber}</span>
        <span className="um-chip" data-tone={standingTone[c.standing]}>
          {standingWord[c.standing]}
        </span>
      </header>
      {c.warnings.length > 0 && (
        <Alert color="orange" variant="light" role="note">
          <ul className="um-benefit-said">
            {c.warnings.map((w) => (
              <li key={w.kind}>{warningLine(w)}</li>
            ))}
          </ul>
        </Alert>
      )}
      {c.verification ? (
        <>
          <SaidBy verification={c.verification} />
          <VerificationView verification={c.verification} />
        </>
      ) : (
        <p className="um-benefit-text">
          Nobody has asked this payer yet. Ask by file, or call and write down what they say.
        </p>
      )}
      <Rules benefits={c} />
      <div className="um-practice-actions">
        <ActButton size="xs" variant={open ? 'filled' : 'default'} why={whyNot.record} onClick={() => setOpen(!open)}>
          Write down what they said
        </ActButton>
        <ActButton
          size="xs"
          variant="default"
          loading={busy}
          why={whyNot.ask ?? (c.fileLine ? undefined : 'The rule card of this payer names no line for X12 files.')}
          onClick={() => void send(`${benefitsPath(desk.episodeId)}/question`, { coverageId: c.coverage.coverageId })}
        >
          Ask by file (270)
        </ActButton>
      </div>
      <ProblemLine message={message} />
      {open && <BenefitsForm desk={desk} benefits={c} close={() => setOpen(false)} />}
      {c.earlier.length > 0 && (
        <details>
          <summary>What was said before ({c.earlier.length})</summary>
          {c.earlier.map((v) => (
            <section key={v.verificationId} className="um-benefit-earlier">
              <SaidBy verification={v} />
              <VerificationView verification={v} />
            </section>
          ))}
        </details>
      )}
    </article>
  );
};

const Questions = ({ questions }: Pick<BenefitDesk, 'questions'>) => {
  const { zone } = useSession();
  return (
    <Panel title="Questions by file" flush>
      <ul className="um-practice-list">
        {questions.map((q) => (
          <li key={q.fileId}>
            <Link to="/practice/files/$fileId" params={{ fileId: q.fileId }}>
              {q.fileName}
            </Link>{' '}
            <span className="um-chip" data-tone={fileTone[q.standing]}>
              {fileWord[q.standing]}
            </span>
            <div className="um-practice-quiet">{moment(q.keptAt, zone)}</div>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

/** Benefits of one patient: what each payer said, what is left, and what to ask. */
export const BenefitsPage = () => {
  const { episodeId } = useParams({ strict: false }) as { episodeId: string };
  const { data: desk, error, refetch, isPending } = useQuery(benefitsQuery(episodeId));
  return (
    <Page
      title={desk ? `Benefits of ${desk.patientName}` : 'Benefits'}
      tabTitle={desk ? `Benefits ${desk.episodeNumber}` : 'Benefits'}
      actions={
        <Anchor renderRoot={(p) => <Link {...p} to="/practice/episodes/$episodeId" params={{ episodeId }} />}>
          Back to the episode
        </Anchor>
      }
    >
      {error && !desk && <FailedState error={error} retry={() => void refetch()} />}
      {isPending && <LoadingRows label="Loading the benefits" rows={5} />}
      {desk?.coverages.length === 0 && (
        <EmptyState title="No payer is set">Set the payer on the episode first.</EmptyState>
      )}
      {desk?.coverages.map((c) => (
        <CoverageCard key={c.coverage.coverageId} desk={desk} benefits={c} />
      ))}
      {desk && desk.questions.length > 0 && <Questions questions={desk.questions} />}
    </Page>
  );
};
