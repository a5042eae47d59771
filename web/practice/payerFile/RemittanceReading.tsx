import { Alert, Button, Checkbox } from '@mantine/core';
import { refusalSentence } from '@openum/domain/case/refusal.ts';
import { episodeCapabilities } from '@openum/domain/episode/capability.ts';
import type { ClaimStanding } from '@openum/domain/remittance/plan.ts';
import type { AppliedClaim, PlannedClaim, RemittanceAnswer } from '@openum/http/contract/practice/remittance.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { get, post } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { ActButton } from '../../app/ActButton.tsx';
import { count, date } from '../../app/format.ts';
import { LoadingRows } from '../../app/states.tsx';
import { Panel } from '../../case/Panel.tsx';
import { problemText } from '../../case/problemText.ts';
import { claimStandingWord } from '../denial/words.ts';
import { ProblemLine } from '../ProblemLine.tsx';
import { money } from '../words.ts';

type Row = PlannedClaim & Partial<Pick<AppliedClaim, 'done' | 'refusal'>>;
type Claim = RemittanceAnswer<Row>['payments'][number]['claims'][number];

const standingTone: Record<ClaimStanding, string> = {
  ready: 'good',
  applied: 'quiet',
  unknownClaim: 'waiting',
  noCoverage: 'bad',
  reversal: 'waiting',
  notOurs: 'quiet',
};

const Standing = ({ claim: c }: { readonly claim: Claim }) => {
  if (c.refusal)
    return (
      <>
        <span className="um-chip" data-tone="bad">
          Not recorded
        </span>
        <div className="um-practice-quiet">{refusalSentence(c.refusal)}</div>
      </>
    );
  return (
    <span className="um-chip" data-tone={c.done ? 'good' : standingTone[c.standing]}>
      {c.done ? 'Recorded' : claimStandingWord[c.standing]}
    </span>
  );
};

/** Codes as the payer gave them. */
const codes = (c: Claim): string =>
  [
    c.adjustmentCodes.length > 0 && `Adjustment ${c.adjustmentCodes.join(', ')}`,
    c.remarkCodes.length > 0 && `remark ${c.remarkCodes.join(', ')}`,
  ]
    .filter(Boolean)
    .join('; ');

type RowProps = {
  readonly claim: Claim;
  readonly over: boolean;
  readonly taken: boolean;
  readonly take: (on: boolean) => void;
};

const ClaimRow = ({ claim: c, over, taken, take }: RowProps) => (
  <tr>
    <td>
      {c.episodeId ? (
        <Link to="/practice/episodes/$episodeId" params={{ episodeId: c.episodeId }}>
          {c.claimId}
        </Link>
      ) : (
        c.claimId
      )}
      <div className="um-practice-quiet">{c.patientName}</div>
    </td>
    <td data-label="Charged">{money(c.charge)}</td>
    <td data-label="Paid">{money(c.paid)}</td>
    <td data-label="Denied" className={c.denied > 0 ? 'um-practice-bad' : undefined}>
      {money(c.denied)}
    </td>
    <td>
      <Standing claim={c} />
      {codes(c) && <div className="um-practice-quiet">{codes(c)}</div>}
      {c.problems.map((t) => (
        <div key={t} className="um-practice-quiet">
          {t}
        </div>
      ))}
      {c.standing === 'ready' && c.problems.length > 0 && !over && (
        <Checkbox
          size="xs"
          label="Take it all the same"
          checked={taken}
          onChange={(e) => take(e.currentTarget.checked)}
        />
      )}
    </td>
  </tr>
);

const Payment = ({
  payment: p,
  over,
  despite,
  setDespite,
}: {
  readonly payment: RemittanceAnswer<Row>['payments'][number];
  readonly over: boolean;
  readonly despite: readonly number[];
  readonly setDespite: (places: readonly number[]) => void;
}) => (
  <div className="um-practice-scroll">
    <p className="um-file-payment">
      <b>{`${p.payerName}, ${money(p.amount)}`}</b>
      {` on ${date(p.paidOn as never)}, trace ${p.traceNumber}`}
    </p>
    <table className="um-practice-table" data-plain data-stack>
      <thead>
        <tr>
          {['Claim', 'Charged', 'Paid', 'Denied', 'What becomes of it'].map((h) => (
            <th key={h} scope="col">
              {h}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {p.claims.map((c) => (
          <ClaimRow
            key={c.position}
            claim={c}
            over={over}
            taken={despite.includes(c.position)}
            take={(on) => setDespite(on ? [...despite, c.position] : despite.filter((n) => n !== c.position))}
          />
        ))}
      </tbody>
    </table>
  </div>
);

/** A kept remittance: first what it would change, then the change. */
export const RemittanceReading = ({ fileId }: { readonly fileId: string }) => {
  const client = useQueryClient();
  const { view } = useSession();
  const path = `/api/practice/files/${encodeURIComponent(fileId)}/remittances`;
  const bills = view.user.roles.some((r) => episodeCapabilities.ApplyRemittance.roles.includes(r));
  const [despite, setDespite] = useState<readonly number[]>([]);
  const plan = useQuery({
    queryKey: ['practice', 'file', fileId, 'remittances'],
    queryFn: ({ signal }) => get<RemittanceAnswer<PlannedClaim>>(path, {}, signal),
    enabled: bills,
  });
  const apply = useMutation({
    mutationFn: () => post<RemittanceAnswer<AppliedClaim>>(path, { despite }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['practice'] }),
  });
  if (!bills)
    return (
      <Alert color="gray" variant="light">
        Remittances are recorded by the biller.
      </Alert>
    );
  const answer: RemittanceAnswer<Row> | undefined = apply.data ?? plan.data;
  const error = apply.error ?? plan.error;
  const claims = answer?.payments.flatMap((p) => p.claims) ?? [];
  const taken = claims.filter(
    (c) => c.standing === 'ready' && !c.done && (c.problems.length === 0 || despite.includes(c.position)),
  );
  const over = apply.data !== undefined;
  return (
    <Panel title="What this remittance says">
      {plan.isPending && <LoadingRows label="Reading the remittance" rows={3} />}
      <ProblemLine message={error ? problemText(error) : undefined} />
      {answer?.payments.map((p) => (
        <Payment key={p.traceNumber} payment={p} over={over} despite={despite} setDespite={setDespite} />
      ))}
      {answer && (
        <div className="um-practice-actions um-file-after">
          {over ? (
            <span role="status">{`${count(claims.filter((c) => c.done).length, 'claim')} recorded.`}</span>
          ) : (
            <ActButton
              size="xs"
              loading={apply.isPending}
              why={taken.length === 0 ? 'Nothing in this file is still to be recorded.' : undefined}
              onClick={() => apply.mutate()}
            >
              {taken.length === 0 ? 'Nothing to record' : `Record ${count(taken.length, 'claim')}`}
            </ActButton>
          )}
          <Button size="xs" variant="subtle" renderRoot={(p) => <Link {...p} to="/practice/denials" />}>
            To the denials
          </Button>
        </div>
      )}
    </Panel>
  );
};
