import '../report/report.css';
import './dial.css';
import { Button, Group } from '@mantine/core';
import { approvalSettingOn, type DialChange, dialRoles, factSourceKinds } from '@openum/domain/dial/dial.ts';
import type { DialView } from '@openum/http/contract/dial.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { ActButton } from '../app/ActButton.tsx';
import { date, moment } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import { ReportPanel } from '../report/parts.tsx';
import { ReportTable } from '../report/ReportTable.tsx';
import { ApprovalForm } from './ApprovalForm.tsx';
import { CardForm } from './CardForm.tsx';
import { EndForm } from './EndForm.tsx';
import { useDial } from './queries.ts';
import { Settled } from './Settled.tsx';
import { WaitingChange } from './WaitingChange.tsx';
import { basisWord, settingWords, standOf } from './words.ts';

type Opened =
  | { readonly kind: 'set'; readonly set: DialView['criteria'][number] }
  | { readonly kind: 'card' }
  | { readonly kind: 'end'; readonly of: DialChange };

const stateOf = ({ dial, today }: DialView, set: DialView['criteria'][number]) => {
  const change = approvalSettingOn(dial, set.id, today);
  const byText = set.status === 'active' && set.autoApproval;
  return { change, byText, approves: byText && change?.setting.approves !== false };
};

/** What may approve by itself comes first; of the rest nothing can be changed here. */
const ordered = (view: DialView): DialView['criteria'] =>
  view.criteria.toSorted((a, b) => Number(stateOf(view, b).byText) - Number(stateOf(view, a).byText));

/** Gold cards that have begun or are to begin and that nothing has ended. */
const standingCards = ({ dial, today }: DialView): readonly DialChange[] =>
  dial.changes.filter(({ setting: s, confirmed, number }) => {
    if (s.kind !== 'goldCard' || !confirmed || (s.through !== undefined && s.through < today)) return false;
    return !dial.changes.some(
      (later) =>
        later.confirmed &&
        later.number > number &&
        later.effectiveFrom <= today &&
        later.setting.kind !== 'automaticApproval' &&
        later.setting.npi === s.npi &&
        s.services.every((code) => later.setting.kind !== 'automaticApproval' && later.setting.services.includes(code)),
    );
  });

/** What approves without a person, on what, since when and by whose decision; open to everybody of the plan. */
export const DialPage = () => {
  const { zone, view: session } = useSession();
  const [opened, setOpened] = useState<Opened>();
  const found = useDial();
  const data = found.data;
  const may = session.user.roles.some((r) => dialRoles.includes(r));
  const nameOf = (setId: string) => data?.criteria.find((s) => s.id === setId)?.name ?? setId;
  const close = () => setOpened(undefined);
  const waiting = data?.dial.changes.filter((c) => !c.confirmed && !c.declined) ?? [];
  const form = data && { sequence: data.dial.sequence, today: data.today, close };
  return (
    <Page
      title="Automatic approval"
      actions={
        may && (
          <Button variant="default" onClick={() => setOpened({ kind: 'card' })}>
            New gold card
          </Button>
        )
      }
    >
      {found.isPending && <LoadingRows label="Loading the settings" />}
      {found.isError && <FailedState error={found.error} retry={() => void found.refetch()} />}
      {data && form && (
        <div className="um-report">
          {opened?.kind === 'card' && <CardForm {...form} />}
          {opened?.kind === 'end' && <EndForm key={opened.of.changeId} of={opened.of} {...form} />}
          {opened?.kind === 'set' && (
            <ApprovalForm
              key={opened.set.id}
              set={opened.set}
              now={stateOf(data, opened.set).change?.setting ?? { approves: true, sources: factSourceKinds }}
              {...form}
            />
          )}
          {waiting.length > 0 && (
            <ReportPanel title="Waits for a second person">
              <ul className="um-dial-list">
                {waiting.map((c) => (
                  <WaitingChange key={c.changeId} change={c} sequence={data.dial.sequence} may={may} nameOf={nameOf} />
                ))}
              </ul>
            </ReportPanel>
          )}
          <ReportPanel title="Criteria">
            <ReportTable
              caption="Criteria and whether they approve by themselves today"
              heads={['Criteria', 'Today', 'Setting', { label: 'Act', hidden: true }]}
            >
              {ordered(data).map((set) => {
                const { change, byText, approves } = stateOf(data, set);
                return (
                  <tr key={`${set.id} ${set.version}`}>
                    <th scope="row">
                      <Link to="/criteria/$setId" params={{ setId: set.id }}>
                        {set.name}
                      </Link>
                      <small>Version {set.version}</small>
                    </th>
                    <td>
                      <span className="um-status" data-tone={approves ? 'good' : 'quiet'}>
                        {approves ? 'Approves by itself' : 'Goes to a person'}
                      </span>
                      {!byText && <small>{set.status === 'draft' ? 'A draft' : 'Not cleared by its text'}</small>}
                    </td>
                    <td>
                      {change ? (
                        <>
                          Change {change.number} since {date(change.effectiveFrom)}
                          <small>{change.reason}</small>
                          <Settled settled={data.settled} number={change.number} word="approved" />
                        </>
                      ) : (
                        'As its text says'
                      )}
                    </td>
                    <td>
                      {may && (
                        <ActButton
                          size="compact-xs"
                          variant="default"
                          why={byText ? undefined : 'Its text does not allow automatic approval.'}
                          aria-label={`Change ${set.name}`}
                          onClick={() => setOpened({ kind: 'set', set })}
                        >
                          Change
                        </ActButton>
                      )}
                    </td>
                  </tr>
                );
              })}
            </ReportTable>
          </ReportPanel>
          <ReportPanel title="Gold cards">
            {standingCards(data).length === 0 ? (
              <EmptyState title="Nobody is exempt">
                A gold card lets a provider with a good record go without authorization for some services.
              </EmptyState>
            ) : (
              <ul className="um-dial-list">
                {standingCards(data).map((c) => (
                  <li key={c.changeId}>
                    {settingWords(c.setting, nameOf)}
                    <small>
                      Change {c.number}, from {date(c.effectiveFrom)}
                    </small>
                    <Settled settled={data.settled} number={c.number} word="exempt" />
                    {may && (
                      <Group mt={4}>
                        <Button size="compact-xs" variant="default" onClick={() => setOpened({ kind: 'end', of: c })}>
                          End it
                        </Button>
                      </Group>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </ReportPanel>
          <ReportPanel title="History">
            {data.dial.changes.length === 0 ? (
              <p className="um-report-note">Nothing has been changed. Criteria approve as their text says.</p>
            ) : (
              <ol className="um-dial-list" reversed>
                {data.dial.changes.toReversed().map((c) => {
                  const { text, tone } = standOf(c);
                  return (
                    <li key={c.changeId} value={c.number}>
                      <span className="um-status" data-tone={tone}>
                        {text}
                      </span>{' '}
                      {settingWords(c.setting, nameOf)}
                      <small>
                        From {date(c.effectiveFrom)}. {c.bases.map((b) => basisWord[b]).join(', ')}: {c.reason}
                      </small>
                      <small>
                        Proposed by {c.proposed.name}, {moment(c.proposed.at, zone)}
                        {c.confirmed && `; confirmed by ${c.confirmed.name}, ${moment(c.confirmed.at, zone)}`}
                        {c.declined &&
                          `; declined by ${c.declined.name}, ${moment(c.declined.at, zone)}: ${c.declined.reason}`}
                      </small>
                      {c.confirmed && c.setting.kind !== 'goldCardEnd' && (
                        <Settled
                          settled={data.settled}
                          number={c.number}
                          word={c.setting.kind === 'goldCard' ? 'exempt' : 'approved'}
                        />
                      )}
                    </li>
                  );
                })}
              </ol>
            )}
          </ReportPanel>
        </div>
      )}
    </Page>
  );
};
