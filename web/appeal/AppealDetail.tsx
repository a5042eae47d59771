import { Anchor, Button } from '@mantine/core';
import { openAppealStatuses, standingMissing } from '@openum/domain/appeal/appeal.ts';
import type { CaseAppealsView, ReviewersAnswer } from '@openum/http/contract/appeal.ts';
import { useSession } from '../api/session.ts';
import { DueTime } from '../app/DueTime.tsx';
import { moment } from '../app/format.ts';
import { Panel } from '../case/Panel.tsx';
import { Warning } from '../case/Warning.tsx';
import { Facts } from './Facts.tsx';
import { NextSteps } from './NextSteps.tsx';
import { appealLetterTitle, appealOutcomeWord, dismissalWord, standingWord } from './words.ts';

type Reading = CaseAppealsView['appeals'][number];
type Props = { readonly reading: Reading; readonly view: CaseAppealsView; readonly reviewers: ReviewersAnswer };

const Outcome = ({ reading: { appeal: a } }: Props) => {
  const { zone } = useSession();
  const lines =
    a.decided?.lines.map((l) => ({ ...l, text: l.rationale })) ??
    a.externalDecision?.lines.map((l) => ({ ...l, text: l.summary }));
  if (!lines && !a.dismissed && !a.withdrawn) return null;
  const by = a.decided?.by.kind === 'person' ? a.decided.by.name : a.externalDecision?.decidedBy;
  return (
    <Panel title="Outcome" flush>
      <ul className="um-appeal-list">
        {lines?.map((l) => (
          <li key={l.itemSequence}>
            <b>
              Line {l.itemSequence}: {appealOutcomeWord[l.outcome]}
            </b>
            {l.authorized && `, authorization ${l.authorized.authorizationNumber}`}
            <div>{l.text}</div>
          </li>
        ))}
        {by && (
          <li className="um-appeal-quiet">
            {by}, {moment((a.decided ?? a.externalDecision)?.at ?? a.receivedAt, zone)}
          </li>
        )}
        {a.effectuated && (
          <li>
            Put into effect {moment(a.effectuated.at, zone)}: {a.effectuated.how}
          </li>
        )}
        {a.dismissed && (
          <li>
            <b>{dismissalWord[a.dismissed.because]}</b>: {a.dismissed.reason}
          </li>
        )}
        {a.withdrawn && (
          <li>
            Withdrawn by {a.withdrawn.requestedBy}: {a.withdrawn.reason}
          </li>
        )}
      </ul>
    </Panel>
  );
};

const Clocks = ({ reading: { receipts } }: Props) => {
  const { zone } = useSession();
  return (
    <Panel title={`Clocks (${receipts.length})`} flush>
      <ul className="um-appeal-list">
        {receipts.map((r) => (
          <li key={r.clockId}>
            <b>{r.name}</b>{' '}
            {r.metAt ? (
              <span>{r.metAt <= r.dueAt ? 'met' : 'met late'}</span>
            ) : (
              <DueTime dueAt={r.dueAt} zone={zone} ruleId={r.ruleId} focusable />
            )}
            <details>
              <summary className="um-appeal-quiet">
                Due {moment(r.dueAt, zone)}, {r.citation}
              </summary>
              <ol>
                {r.lines.map((l) => (
                  <li key={`${l.at} ${l.text}`}>{l.text}</li>
                ))}
              </ol>
            </details>
          </li>
        ))}
        {receipts.length === 0 && <li>No clock runs.</li>}
      </ul>
    </Panel>
  );
};

const People = ({ reading: { involved }, reviewers }: Props) => (
  <Panel title="Who may review" flush>
    <ul className="um-appeal-list">
      {reviewers.map((p) => (
        <li key={p.userId}>
          <b>{p.name}</b> <span className="um-appeal-quiet">{p.credentials}</span>
          <div>{p.excluded ? `May not: ${p.excluded}` : 'May review'}</div>
        </li>
      ))}
      {involved
        .filter((i) => !reviewers.some((p) => p.userId === i.userId))
        .map((i) => (
          <li key={i.userId + i.how}>
            <b>{i.name}</b> took part before: {i.how}
          </li>
        ))}
    </ul>
  </Panel>
);

const Documents = ({ reading: { appeal: a }, view }: Props) => {
  const { zone } = useSession();
  const path = `/api/cases/${encodeURIComponent(view.caseId)}/documents`;
  return (
    <Panel title={`Exhibits and documents (${view.state.documents.length})`} flush>
      <ul className="um-appeal-list">
        {view.state.documents.map((d) => {
          const exhibit = a.exhibits.find((x) => x.documentId === d.documentId);
          return (
            <li key={d.documentId}>
              <Anchor href={`${path}/${encodeURIComponent(d.documentId)}`} target="_blank" rel="noreferrer">
                {d.title}
                <span className="um-hidden">, opens a new tab</span>
              </Anchor>{' '}
              {view.openedByMe.includes(d.documentId) ? (
                <span className="um-appeal-quiet">opened by you</span>
              ) : (
                <span className="um-chip" data-tone="waiting">
                  not opened by you
                </span>
              )}
              {exhibit && (
                <div className="um-appeal-quiet">
                  Exhibit from {exhibit.from}, {moment(exhibit.at, zone)}
                </div>
              )}
            </li>
          );
        })}
        {view.state.documents.length === 0 && <li>The case has no documents.</li>}
      </ul>
    </Panel>
  );
};

/** Everything about one appeal. */
export const AppealDetail = (props: Props) => {
  const { reading, view } = props;
  const { appeal: a, level } = reading;
  const packet = `/api/cases/${encodeURIComponent(view.caseId)}/appeals/${encodeURIComponent(a.appealId)}/packet`;
  return (
    <>
      {standingMissing(a) && (
        <Warning title="No clock runs yet">
          {`The appeal waits for ${standingWord[a.standing]}. It is kept, and the decision is due from the day that it comes.`}
        </Warning>
      )}
      {a.late && !a.lateAccepted && !a.dismissed && (
        <Warning title="Filed late">
          The appeal came after its window. A person looks for good cause; nothing is dismissed by itself.
        </Warning>
      )}
      {reading.exhausted && (
        <Warning title="Not decided in time">
          The plan’s levels count as used up: the member may go on to the next level at once. Deciding is still allowed.
        </Warning>
      )}
      {reading.lettersOwed.length > 0 && (
        <p className="um-appeal-quiet" role="status">
          Being written:{' '}
          {reading.lettersOwed.map((k) => appealLetterTitle[k as keyof typeof appealLetterTitle]).join(', ')}.
        </p>
      )}
      <Facts reading={reading} view={view} />
      <Outcome {...props} />
      <NextSteps reading={reading} view={view} />
      <Clocks {...props} />
      {level.body === 'plan' && openAppealStatuses.includes(reading.status) && <People {...props} />}
      <Documents {...props} />
      <div>
        <Button component="a" href={packet} target="_blank" rel="noreferrer" variant="default">
          Download the file as one PDF
        </Button>
      </div>
    </>
  );
};
