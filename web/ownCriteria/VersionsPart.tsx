import type { CriteriaSet } from '@openum/domain/criteria/criteria-set.ts';
import { isOnDay, versionSpans } from '@openum/domain/ownCriteria/span.ts';
import { type CriteriaVersion, criteriaStatus, type OwnCriteria } from '@openum/domain/ownCriteria/version.ts';
import type { CalendarDate } from '@openum/domain/time/instant.ts';
import type { OwnCriteriaView } from '@openum/http/contract/ownCriteria.ts';
import { useState } from 'react';
import { ActButton } from '../app/ActButton.tsx';
import { date } from '../app/format.ts';
import { useLibrarySet } from '../criteria/queries.ts';
import { Failure } from '../letters/Failure.tsx';
import { CompareWith, VersionCard } from '../template/VersionCard.tsx';
import { Changes } from './Changes.tsx';
import { asBody, useOwnCriteriaAct } from './queries.ts';
import { Steps, useRoles } from './VersionSteps.tsx';
import { statusTone, statusWord } from './words.ts';

const days = (own: OwnCriteria, v: CriteriaVersion, today: CalendarDate): string => {
  const span = versionSpans(own).find((s) => s.version === v.version);
  if (!span) return '';
  if (span.to !== undefined && span.to < span.from) return ', replaced before its first day';
  const now = isOnDay(span, today) ? ', in force now' : '';
  return `, for services from ${date(span.from)}${span.to ? ` to ${date(span.to)}` : ''}${now}`;
};

/** A new version begins with the text of the newest. */
const NextVersion = ({ own, text }: { readonly own: OwnCriteria; readonly text: CriteriaSet }) => {
  const closed = useRoles();
  const act = useOwnCriteriaAct(own.setId);
  const last = own.versions.at(-1);
  return (
    <>
      <ActButton
        variant="default"
        style={{ justifySelf: 'start' }}
        why={closed('DraftCriteria')}
        loading={act.isPending}
        onClick={() =>
          last &&
          act.mutate({
            sequence: own.sequence,
            act: {
              type: 'DraftCriteria',
              set: asBody(text),
              basedOn: { setId: own.setId, version: last.version },
              note: `Begun with version ${last.version}`,
            },
          })
        }
      >
        Begin version {own.versions.length + 1}
      </ActButton>
      <Failure error={act.error} />
    </>
  );
};

type Props = {
  readonly view: OwnCriteriaView;
  /** The text on the screen. */
  readonly text: CriteriaSet;
  readonly closed: boolean;
};

/** Every version with who did what to it, its next step, and what differs from the text on the screen. */
export const VersionsPart = ({ view, text, closed }: Props) => {
  const { own, texts, today } = view;
  const [against, setAgainst] = useState('');
  const shipped = useLibrarySet(text.basedOn?.setId);
  const library = shipped.data && { ...shipped.data.set, ...(text.basedOn ? { basedOn: text.basedOn } : {}) };
  const other = against === 'library' ? library : texts[against];
  return (
    <div className="um-own-columns">
      <section className="um-template-box" aria-label="Versions">
        <h2>Versions</h2>
        {closed && <NextVersion own={own} text={text} />}
        {own.versions.toReversed().map((v) => {
          const status = criteriaStatus(v);
          return (
            <VersionCard
              key={v.version}
              version={v.version}
              status={{ word: statusWord[status], tone: statusTone[status] }}
              days={days(own, v, today)}
              note={v.note}
              lines={[
                v.submitted?.note && `For the approver: ${v.submitted.note}`,
                v.sentBack && `Sent back by ${v.sentBack.name}: ${v.sentBack.reason}`,
                v.published?.replay.kind === 'skipped' ? `Without a replay: ${v.published.replay.reason}` : undefined,
                v.retired && `Retired: ${v.retired.reason}`,
                v.discarded && `Thrown away: ${v.discarded.reason}`,
              ]}
              written={v.written}
              submitted={v.submitted}
              approved={v.approved}
              published={v.published}
            >
              <Steps v={v} own={own} today={today} />
            </VersionCard>
          );
        })}
      </section>
      <section className="um-template-box" aria-label="What differs">
        <h2>What differs</h2>
        <CompareWith
          value={against}
          choose={setAgainst}
          choices={[
            ...(text.basedOn && shipped.data
              ? [{ value: 'library', label: `the library: ${shipped.data.set.name}` }]
              : []),
            ...own.versions.map((v) => ({ value: v.sha256, label: `version ${v.version}` })),
          ]}
        />
        {other && <Changes before={other} after={text} />}
      </section>
    </div>
  );
};
