import { TextInput } from '@mantine/core';
import type { NoticeTemplate } from '@openum/domain/notice/template.ts';
import { mayNotTemplate, type TemplateCommand, templateRoles } from '@openum/domain/template/decide.ts';
import { type OwnTemplate, type TemplateVersion, versionStatus } from '@openum/domain/template/version.ts';
import type { TemplateActBody, TemplatesView } from '@openum/http/contract/template.ts';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { ActButton } from '../app/ActButton.tsx';
import { date } from '../app/format.ts';
import { roleWord } from '../app/words.ts';
import { Failure } from '../letters/Failure.tsx';
import { templateDiff } from './diff.ts';
import { useTemplateAct } from './queries.ts';
import { CompareWith, VersionCard } from './VersionCard.tsx';
import { versionTone, versionWord } from './words.ts';

type Props = {
  readonly own: OwnTemplate;
  readonly shipped: NoticeTemplate | undefined;
  readonly text: NoticeTemplate;
  readonly view: TemplatesView;
};

const Steps = ({
  v,
  own,
  today,
}: {
  readonly v: TemplateVersion;
  readonly own: OwnTemplate;
  readonly today: string;
}) => {
  const { actor } = useSession();
  const act = useTemplateAct(own.templateId);
  const [day, setDay] = useState(today);
  const [reason, setReason] = useState('');
  const run = (what: TemplateActBody['act']) => act.mutate({ sequence: own.sequence, act: what });
  const closed = (type: TemplateCommand['type']): string | undefined =>
    mayNotTemplate(type, actor) ? `For: ${templateRoles[type].map((r) => roleWord[r]).join(', ')}` : undefined;
  const status = versionStatus(v);
  const wroteIt = v.written.some((w) => w.userId === actor.userId)
    ? 'You wrote at it; somebody else approves it.'
    : undefined;
  return (
    <>
      {status === 'draft' && (
        <ActButton
          size="compact-sm"
          variant="default"
          style={{ justifySelf: 'start' }}
          why={closed('ApproveTemplate') ?? wroteIt}
          loading={act.isPending}
          onClick={() => run({ type: 'ApproveTemplate', version: v.version })}
        >
          Approve version {v.version}
        </ActButton>
      )}
      {status === 'approved' && (
        <div className="um-template-line">
          <TextInput
            label="In force from"
            type="date"
            min={today}
            value={day}
            onChange={(e) => setDay(e.currentTarget.value)}
          />
          <ActButton
            why={closed('PublishTemplate')}
            loading={act.isPending}
            onClick={() => run({ type: 'PublishTemplate', version: v.version, effectiveFrom: day })}
          >
            Publish version {v.version}
          </ActButton>
        </div>
      )}
      {status === 'published' && (
        <details>
          <summary>Retire version {v.version}</summary>
          <div className="um-template-line">
            <TextInput
              label="From"
              type="date"
              min={today}
              value={day}
              onChange={(e) => setDay(e.currentTarget.value)}
            />
            <TextInput
              className="um-grow"
              label="Reason"
              value={reason}
              onChange={(e) => setReason(e.currentTarget.value)}
            />
            <ActButton
              variant="default"
              why={closed('RetireTemplate') ?? (reason.trim() === '' ? 'Write why.' : undefined)}
              loading={act.isPending}
              onClick={() =>
                run({ type: 'RetireTemplate', version: v.version, retiredFrom: day, reason: reason.trim() })
              }
            >
              Retire
            </ActButton>
          </div>
        </details>
      )}
      <Failure error={act.error} />
    </>
  );
};

const Difference = ({ before, after }: { readonly before: NoticeTemplate; readonly after: NoticeTemplate }) => {
  const lines = templateDiff(before, after);
  if (lines.every((l) => l.kind === 'same')) return <div role="status">They say the same.</div>;
  return (
    <div className="um-template-diff">
      {lines.map((l, n) => {
        if (l.kind === 'same') return null;
        if (l.kind !== 'changed')
          return (
            <p key={n} data-change={l.kind}>
              <span className="um-hidden">{l.kind === 'gone' ? 'Taken out: ' : 'New: '}</span>
              {l.text}
            </p>
          );
        return (
          <p key={n}>
            {l.words.map((w, m) =>
              w.kind === 'same' ? (
                w.value
              ) : w.kind === 'gone' ? (
                <del key={m}>{w.value}</del>
              ) : (
                <ins key={m}>{w.value}</ins>
              ),
            )}
          </p>
        );
      })}
    </div>
  );
};

/** Every version with who did what to it, the next step, and what differs from the text on the screen. */
export const VersionsPanel = ({ own, shipped, text, view }: Props) => {
  const [against, setAgainst] = useState('');
  const texts = new Map<string, NoticeTemplate>([
    ...(shipped ? [['shipped', shipped] as const] : []),
    ...own.versions.map((v) => [v.version, v.template] as const),
  ]);
  const other = texts.get(against);
  return (
    <section className="um-template-box" aria-label="Versions">
      <h2>Versions</h2>
      {own.versions.length === 0 && <div>Letters are made from the text that the product ships.</div>}
      {own.versions.toReversed().map((v) => {
        const status = versionStatus(v);
        return (
          <VersionCard
            key={v.version}
            version={v.version}
            status={{ word: versionWord[status], tone: versionTone[status] }}
            days={`${v.published ? `, in force from ${date(v.published.effectiveFrom)}` : ''}${
              v.retired ? ` until ${date(v.retired.retiredFrom)}: ${v.retired.reason}` : ''
            }`}
            note={v.note}
            written={v.written}
            approved={v.approved}
            published={v.published}
          >
            <Steps v={v} own={own} today={view.today} />
          </VersionCard>
        );
      })}
      {texts.size > 0 && (
        <>
          <CompareWith
            value={against}
            choose={setAgainst}
            choices={[...texts.keys()].map((k) => ({
              value: k,
              label: k === 'shipped' ? 'the shipped text' : `version ${k}`,
            }))}
          />
          {other && <Difference before={other} after={text} />}
        </>
      )}
    </section>
  );
};
