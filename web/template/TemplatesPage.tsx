import './template.css';
import '../peerToPeer/peerToPeer.css';
import { Anchor, Button, NativeSelect, TextInput } from '@mantine/core';
import { type LineOfBusiness, linesOfBusiness } from '@openum/domain/case/request.ts';
import type { NoticeTemplate } from '@openum/domain/notice/template.ts';
import { mayNotTemplate } from '@openum/domain/template/decide.ts';
import { type OwnTemplate, versionInForce, versionStatus } from '@openum/domain/template/version.ts';
import type { TemplatesView } from '@openum/http/contract/template.ts';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { ActButton } from '../app/ActButton.tsx';
import { date } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import { Failure } from '../letters/Failure.tsx';
import { languageWord, letterTitle } from '../letters/words.ts';
import { asBody, useTemplateAct, useTemplates } from './queries.ts';
import { lineWord, purposeOf, versionTone, versionWord } from './words.ts';

type Row = { readonly id: string; readonly text: NoticeTemplate; readonly own?: OwnTemplate };

const rowsOf = (view: TemplatesView): readonly Row[] => {
  const shipped = view.shipped.filter((t, at) => view.shipped.findIndex((x) => x.id === t.id) === at);
  const own = view.own.flatMap((o): readonly Row[] => {
    const last = o.versions.at(-1);
    return last ? [{ id: o.templateId, text: last.template, own: o }] : [];
  });
  return [
    ...own,
    ...shipped.filter((t) => !own.some((o) => o.id === t.id)).map((text) => ({ id: text.id, text })),
  ].sort((a, b) => letterTitle[a.text.kind].localeCompare(letterTitle[b.text.kind]) || a.id.localeCompare(b.id));
};

const InForce = ({ row, view }: { readonly row: Row; readonly view: TemplatesView }) => {
  const version = row.own && versionInForce(row.own, view.today);
  if (version)
    return (
      <>
        Version {version.version} of the plan, since {date(version.published?.effectiveFrom ?? view.today)}
      </>
    );
  return view.shipped.some((t) => t.id === row.id) ? <>The text that the product ships</> : <>None yet</>;
};

const NewTemplate = ({ view, close }: { readonly view: TemplatesView; readonly close: () => void }) => {
  const navigate = useNavigate();
  const bases = rowsOf(view);
  const [base, setBase] = useState(bases[0]?.id ?? '');
  const [line, setLine] = useState<LineOfBusiness | 'any'>('any');
  const [language, setLanguage] = useState('en-US');
  const [id, setId] = useState('');
  const act = useTemplateAct(id);
  const from = bases.find((b) => b.id === base)?.text;
  const why = !/^[a-z0-9][a-z0-9-]{1,60}$/.test(id)
    ? 'The name has small letters, digits and hyphens.'
    : bases.some((b) => b.id === id)
      ? 'There is a template of that name.'
      : undefined;
  return (
    <div className="um-template-box">
      <h2>A text of your own, for letters that have none yet</h2>
      <div className="um-template-line">
        <NativeSelect
          className="um-grow"
          label="Begin with"
          value={base}
          onChange={(e) => setBase(e.currentTarget.value)}
          data={bases.map((b) => ({ value: b.id, label: `${b.id}: ${purposeOf(b.text)}` }))}
        />
        <NativeSelect
          label="Line of business"
          value={line}
          onChange={(e) => setLine(e.currentTarget.value as LineOfBusiness | 'any')}
          data={['any' as const, ...linesOfBusiness].map((value) => ({ value, label: lineWord(value) }))}
        />
        <NativeSelect
          label="Language"
          value={language}
          onChange={(e) => setLanguage(e.currentTarget.value)}
          data={view.languages.map((value) => ({ value, label: languageWord(value) }))}
        />
        <TextInput label="Name" value={id} onChange={(e) => setId(e.currentTarget.value.trim())} />
        <ActButton
          why={why}
          loading={act.isPending}
          onClick={() => {
            if (!from) return;
            const template = asBody({ ...from, id, version: '1', lineOfBusiness: line, language });
            act.mutate(
              { sequence: 0, act: { type: 'DraftTemplate', template, note: `Begun with ${base}.` } },
              { onSuccess: () => void navigate({ to: '/templates/$templateId', params: { templateId: id } }) },
            );
          }}
        >
          Begin
        </ActButton>
        <Button variant="default" onClick={close}>
          Close
        </Button>
      </div>
      <Failure error={act.error} />
    </div>
  );
};

/** The texts of all letters: those that the product ships, and the plan's own in their place. */
export const TemplatesPage = () => {
  const { actor } = useSession();
  const search = useSearch({ from: '/shell/desk/templates' });
  const navigate = useNavigate();
  const templates = useTemplates();
  const [writing, setWriting] = useState(false);
  const no = mayNotTemplate('DraftTemplate', actor);
  const text = (search.text ?? '').toLowerCase();
  const rows = (templates.data ? rowsOf(templates.data) : []).filter(
    (r) =>
      (!search.audience || r.text.audience === search.audience) &&
      `${r.id} ${r.text.title} ${purposeOf(r.text)}`.toLowerCase().includes(text),
  );
  const go = (change: typeof search) => void navigate({ to: '/templates', search: change, replace: true });
  return (
    <Page
      title="Templates"
      actions={
        <ActButton
          variant="default"
          why={no ? 'This is for those who write letters.' : undefined}
          onClick={() => setWriting(true)}
        >
          New template
        </ActButton>
      }
    >
      {writing && templates.data && <NewTemplate view={templates.data} close={() => setWriting(false)} />}
      <div className="um-template-line" style={{ marginBlock: '0.5rem' }}>
        <TextInput
          label="Find"
          value={search.text ?? ''}
          onChange={(e) => {
            const { text: _, ...rest } = search;
            const typed = e.currentTarget.value;
            go(typed ? { ...rest, text: typed } : rest);
          }}
        />
        <NativeSelect
          label="Reader"
          value={search.audience ?? ''}
          onChange={(e) => {
            const { audience: _, ...rest } = search;
            const chosen = e.currentTarget.value;
            go(chosen === 'member' || chosen === 'provider' ? { ...rest, audience: chosen } : rest);
          }}
          data={[
            { value: '', label: 'Everybody' },
            { value: 'member', label: 'Member' },
            { value: 'provider', label: 'Provider' },
          ]}
        />
      </div>
      {templates.isError && <FailedState error={templates.error} retry={() => void templates.refetch()} />}
      {templates.isPending && <LoadingRows label="Loading the templates" />}
      {templates.data && rows.length === 0 && (
        <EmptyState title="No template is like that">Search for less.</EmptyState>
      )}
      {templates.data && rows.length > 0 && (
        <table className="um-talk-table">
          <thead>
            <tr>
              {['Template', 'Letter', 'Line of business', 'Language', 'In force', 'Newest version'].map((h) => (
                <th key={h} scope="col">
                  {h}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const last = row.own?.versions.at(-1);
              return (
                <tr key={row.id}>
                  <td>
                    <Anchor
                      renderRoot={(props) => (
                        <Link {...props} to="/templates/$templateId" params={{ templateId: row.id }} />
                      )}
                    >
                      {row.id}
                    </Anchor>
                  </td>
                  <td>
                    {letterTitle[row.text.kind]}
                    <div>to the {row.text.audience}</div>
                  </td>
                  <td>{lineWord(row.text.lineOfBusiness)}</td>
                  <td>{languageWord(row.text.language)}</td>
                  <td>
                    <InForce row={row} view={templates.data} />
                  </td>
                  <td>
                    {last ? (
                      <>
                        <span className="um-chip" data-tone={versionTone[versionStatus(last)]}>
                          {versionWord[versionStatus(last)]}
                        </span>{' '}
                        version {last.version}
                      </>
                    ) : (
                      'Shipped'
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Page>
  );
};
