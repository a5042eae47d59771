import { Alert, Checkbox, TextInput } from '@mantine/core';
import type { BilledStanding } from '@openum/domain/claim/plan.ts';
import { episodeCapabilities } from '@openum/domain/episode/capability.ts';
import type { ClaimsAnswer, PlannedBill, RecordedBill } from '@openum/http/contract/practice/claim.ts';
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
import { ProblemLine } from '../ProblemLine.tsx';
import { money, stateWord } from '../words.ts';

type Claim = ClaimsAnswer<PlannedBill & Partial<Pick<RecordedBill, 'done' | 'refusal'>>>['claims'][number];

const standingWord: Record<BilledStanding, string> = {
  ready: 'To be recorded',
  blocked: 'Days that nothing covers',
  problem: 'Does not fit the record',
  known: 'Recorded before',
  unknownPatient: 'No such patient here',
  correction: 'Replaces or voids a claim: compare both by hand',
};
const standingTone: Record<BilledStanding, string> = {
  ready: 'good',
  blocked: 'bad',
  problem: 'bad',
  known: 'quiet',
  unknownPatient: 'waiting',
  correction: 'waiting',
};

type Choice = {
  readonly despite: readonly number[];
  readonly overrides: Readonly<Record<number, string>>;
};
type Change = (choice: Choice) => void;

/** Whether the claim goes in with what the person has chosen. */
const isTaken = (c: Claim, { despite, overrides }: Choice): boolean =>
  !c.done &&
  (c.found.length === 0 || despite.includes(c.position)) &&
  (c.standing === 'ready' || (c.standing === 'blocked' && Boolean(overrides[c.position]?.trim())));

const Days = ({ claim: c }: { readonly claim: Claim }) => {
  const open = c.days.filter((d) => d.covered !== 'covered' && d.was !== 'billed');
  const fresh = c.days.filter((d) => d.was === 'new').length;
  return (
    <>
      <div>
        {c.days.length > 0 && count(c.days.length, 'day')}
        {fresh > 0 && <span className="um-practice-quiet">, {fresh} without attendance</span>}
      </div>
      {open.map((d) => (
        <div key={d.service.serviceId} className="um-practice-bad">
          {date(d.service.on)}: {stateWord[d.covered].toLowerCase()}, {money(d.atStake)}
        </div>
      ))}
    </>
  );
};

type RowProps = {
  readonly claim: Claim;
  readonly choice: Choice;
  readonly change: Change;
  readonly over: boolean;
};

const ClaimRow = ({ claim: c, choice, change, over }: RowProps) => (
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
    <td data-label="Charged">
      {money(c.charge)}
      <div className="um-practice-quiet">billed {date(c.billedOn)}</div>
    </td>
    <td>
      <Days claim={c} />
    </td>
    <td>
      <span className="um-chip" data-tone={c.done ? 'good' : standingTone[c.standing]}>
        {c.done ? 'Recorded' : standingWord[c.standing]}
      </span>
      {[...c.problems, ...c.warnings, ...c.found, ...(c.refusal ? [c.refusal] : [])].map((t) => (
        <div key={t} className="um-practice-quiet">
          {t}
        </div>
      ))}
      {!over && c.found.length > 0 && (c.standing === 'ready' || c.standing === 'blocked') && (
        <Checkbox
          size="xs"
          label="Take it all the same"
          checked={choice.despite.includes(c.position)}
          onChange={(e) =>
            change({
              ...choice,
              despite: e.currentTarget.checked
                ? [...choice.despite, c.position]
                : choice.despite.filter((p) => p !== c.position),
            })
          }
        />
      )}
      {!over && c.standing === 'blocked' && (
        <TextInput
          size="xs"
          label="Why it is billed all the same"
          value={choice.overrides[c.position] ?? ''}
          onChange={(e) =>
            change({ ...choice, overrides: { ...choice.overrides, [c.position]: e.currentTarget.value } })
          }
        />
      )}
    </td>
  </tr>
);

const Sums = ({ claims }: { readonly claims: readonly Claim[] }) => {
  const atStake = claims.reduce((sum, c) => sum + (c.standing === 'known' ? 0 : c.atStake), 0);
  return (
    <dl className="um-practice-sums">
      <div>
        <dt>Claims</dt>
        <dd>{claims.length}</dd>
      </div>
      <div>
        <dt>Charged</dt>
        <dd>{money(claims.reduce((sum, c) => sum + c.charge, 0))}</dd>
      </div>
      <div data-bad={atStake > 0 || undefined}>
        <dt>Not covered</dt>
        <dd>{money(atStake)}</dd>
      </div>
    </dl>
  );
};

/** Kept claims: checked against the ledger first, then recorded as delivered and billed. */
export const ClaimsReading = ({ fileId }: { readonly fileId: string }) => {
  const client = useQueryClient();
  const { view } = useSession();
  const path = `/api/practice/files/${encodeURIComponent(fileId)}/claims`;
  const bills = view.user.roles.some((r) => episodeCapabilities.BillServices.roles.includes(r));
  const [choice, change] = useState<Choice>({ despite: [], overrides: {} });
  const plan = useQuery({
    queryKey: ['practice', 'file', fileId, 'claims'],
    queryFn: ({ signal }) => get<ClaimsAnswer<PlannedBill>>(path, {}, signal),
    enabled: bills,
  });
  const send = useMutation({
    mutationFn: (taken: readonly Claim[]) =>
      post<ClaimsAnswer<RecordedBill>>(path, {
        despite: choice.despite,
        overrides: taken
          .filter((c) => c.standing === 'blocked')
          .map((c) => ({ position: c.position, reason: choice.overrides[c.position]?.trim() })),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['practice'] }),
  });
  if (!bills)
    return (
      <Alert color="gray" variant="light">
        Claims are checked and recorded by the biller.
      </Alert>
    );
  const claims: readonly Claim[] = (send.data ?? plan.data)?.claims ?? [];
  const error = send.error ?? plan.error;
  const over = send.data !== undefined;
  const taken = claims.filter((c) => isTaken(c, choice));
  return (
    <Panel title="What these claims say">
      {plan.isPending && <LoadingRows label="Checking the claims" rows={3} />}
      <ProblemLine message={error ? problemText(error) : undefined} />
      {claims.length > 0 && (
        <>
          <Sums claims={claims} />
          <div className="um-practice-scroll">
            <table className="um-practice-table" data-plain data-stack>
              <thead>
                <tr>
                  {['Claim', 'Charged', 'Days', 'What becomes of it'].map((h) => (
                    <th key={h} scope="col">
                      {h}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {claims.map((c) => (
                  <ClaimRow key={c.position} claim={c} choice={choice} change={change} over={over} />
                ))}
              </tbody>
            </table>
          </div>
          <div className="um-practice-actions um-file-after">
            {over ? (
              <span role="status">{`${count(claims.filter((c) => c.done).length, 'claim')} recorded.`}</span>
            ) : (
              <ActButton
                size="xs"
                loading={send.isPending}
                why={taken.length === 0 ? 'Nothing in this file can be recorded as it stands.' : undefined}
                onClick={() => send.mutate(taken)}
              >
                {taken.length === 0 ? 'Nothing to record' : `Record ${count(taken.length, 'claim')} as billed`}
              </ActButton>
            )}
          </div>
        </>
      )}
    </Panel>
  );
};
