import { Button } from '@mantine/core';
import type { CardDrift, LevelBehaviour, PayerBehaviour, Usual } from '@openum/domain/payer/behaviour.ts';
import type { PayerBehaviourView } from '@openum/http/contract/practice/payer.ts';
import { useQuery } from '@tanstack/react-query';
import { count, date } from '../../app/format.ts';
import { FailedState, LoadingRows } from '../../app/states.tsx';
import { levelWord } from '../words.ts';
import { payerBehaviourQuery } from './queries.ts';

const of = (usual: Usual | undefined, decided: number, unit: string) =>
  usual ? (
    <>
      {count(usual.median, unit)}
      {usual.count < decided && <span className="um-practice-quiet">of {usual.count}</span>}
    </>
  ) : (
    '–'
  );

const hours = (usual: Usual | undefined): string => {
  if (!usual) return '–';
  if (usual.median < 1) return 'within an hour';
  return usual.median < 48 ? count(usual.median, 'hour') : count(Math.round(usual.median / 24), 'day');
};

const LevelRow = ({ level }: { readonly level: LevelBehaviour }) => {
  const { decided, outcomes } = level;
  return (
    <tr>
      <th scope="row">
        {levelWord(level.levelOfCare)}
        <span className="um-practice-quiet">{level.step === 'first' ? 'first request' : 'continued stay'}</span>
      </th>
      <td data-label="Decided">{decided}</td>
      <td data-label="Asked for">{of(level.asked, decided, 'day')}</td>
      <td data-label="Granted">{of(level.granted, decided, 'day')}</td>
      <td data-label="Answer after">{hours(level.hoursToAnswer)}</td>
      <td data-label="In full">{outcomes.approved}</td>
      <td data-label="In part or otherwise">{outcomes.partiallyApproved + outcomes.modified}</td>
      <td data-label="Denied">{outcomes.denied}</td>
      <td data-label="Asked for more">{level.askedForMore}</td>
    </tr>
  );
};

const heads = [
  'Level',
  'Decided',
  'Asked for',
  'Granted',
  'Answer after',
  'In full',
  'In part or otherwise',
  'Denied',
  'Asked for more',
];

const talkSentence = ({ physician, held, changed }: PayerBehaviour['talks'][number]): string =>
  `${physician ?? 'A physician who was not named'}: ${count(held, 'talk')} held, ${changed} changed the answer.`;

const driftSentence = ({ levelOfCare, part, said, usual }: CardDrift): string =>
  `${levelWord(levelOfCare)}, ${part === 'initialDays' ? 'first authorization' : 'each later one'}: they usually grant ${count(usual.median, 'day')} (${count(usual.count, 'answer')}); ${said === undefined ? 'the card has nothing' : `the card says ${count(said, 'day')}`}.`;

type Props = {
  readonly payerId: string;
  /** Opens the card with it written in; absent: this person may not change the card. */
  readonly take: ((drift: CardDrift) => void) | undefined;
};

const Found = ({ behaviour, drift, take }: PayerBehaviourView & Pick<Props, 'take'>) => {
  const { levels, talks, appeals, since } = behaviour;
  if (levels.length === 0 && talks.length === 0 && appeals.decided === 0)
    return <p>Nothing of theirs has been decided yet. What they do is counted here as their answers come in.</p>;
  return (
    <>
      {since && <p className="um-practice-quiet">From requests for days since {date(since)}; middle values.</p>}
      {levels.length > 0 && (
        <table className="um-practice-table" data-plain data-stack>
          <thead>
            <tr>
              {heads.map((h) => (
                <th key={h} scope="col">
                  {h}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {levels.map((l) => (
              <LevelRow key={`${l.levelOfCare} ${l.step}`} level={l} />
            ))}
          </tbody>
        </table>
      )}
      <ul className="um-behaviour-list">
        {talks.map((t) => (
          <li key={t.physician ?? ''}>{talkSentence(t)}</li>
        ))}
        {appeals.decided > 0 && (
          <li>
            Appeals: {appeals.decided} decided, {appeals.overturned} overturned.
          </li>
        )}
        {drift.map((d) => (
          <li key={`${d.levelOfCare} ${d.part}`} data-drift>
            {driftSentence(d)}{' '}
            {take && (
              <Button size="compact-xs" variant="default" onClick={() => take(d)}>
                Take {count(d.usual.median, 'day')} into the card
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
};

/** What a payer really did with the requests of this practice, beside what its card says. */
export const BehaviourPart = ({ payerId, take }: Props) => {
  const { data, error, refetch } = useQuery(payerBehaviourQuery(payerId));
  return (
    <section className="um-rule-part" aria-label="What they did">
      <h2>What they did</h2>
      {error ? (
        <FailedState error={error} retry={() => void refetch()} />
      ) : data ? (
        <Found {...data} take={take} />
      ) : (
        <LoadingRows label="Counting their answers" />
      )}
    </section>
  );
};
