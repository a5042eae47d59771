import './template.css';
import '../letters/letters.css';
import { Button, TextInput } from '@mantine/core';
import type { NoticeTemplate, TemplateSection } from '@openum/domain/notice/template.ts';
import { templateDemands, templateProblems } from '@openum/domain/template/check.ts';
import { mayNotTemplate } from '@openum/domain/template/decide.ts';
import type { OwnTemplate } from '@openum/domain/template/version.ts';
import type { TemplatesView } from '@openum/http/contract/template.ts';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useBlocker, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { ActButton } from '../app/ActButton.tsx';
import { Page } from '../app/Page.tsx';
import { FailedState, LoadingRows, NotFound } from '../app/states.tsx';
import { Failure } from '../letters/Failure.tsx';
import { ChecksPanel } from './ChecksPanel.tsx';
import { moved } from './moved.ts';
import { PreviewPanel } from './PreviewPanel.tsx';
import { asBody, ownOf, shippedOf, useTemplateAct, useTemplates } from './queries.ts';
import { SectionEditor } from './SectionEditor.tsx';
import { sameText } from './same.ts';
import { VersionsPanel } from './VersionsPanel.tsx';
import { purposeOf } from './words.ts';

type Props = {
  readonly view: TemplatesView;
  readonly own: OwnTemplate;
  readonly shipped: NoticeTemplate | undefined;
  readonly newest: NoticeTemplate;
};

const Editor = ({ view, own, shipped, newest }: Props) => {
  const { actor } = useSession();
  const [text, setText] = useState(newest);
  const [note, setNote] = useState('');
  const [saved, setSaved] = useState(false);
  const act = useTemplateAct(own.templateId);
  const changed = !sameText(text, newest);
  useBlocker({
    shouldBlockFn: () => changed && !window.confirm('The changes were not saved. Leave this page?'),
    enableBeforeUnload: changed,
  });
  const no = mayNotTemplate('DraftTemplate', actor);
  const set = (part: Partial<NoticeTemplate>) => {
    setSaved(false);
    setText({ ...text, ...part });
  };
  const sections = (next: readonly TemplateSection[]) => set({ sections: next });
  const demanded = new Set(templateDemands(text, view.matrix).map((d) => d.element));
  const [problem] = templateProblems(text);
  const why = no
    ? 'This is for those who write letters.'
    : !changed
      ? 'Nothing was changed.'
      : problem?.replace(/^\S+ \S+: /, '');
  const save = () =>
    act.mutate(
      { sequence: own.sequence, act: { type: 'DraftTemplate', template: asBody(text), note: note.trim() } },
      {
        onSuccess: (after) => {
          const last = after.versions.at(-1);
          if (last) setText(last.template);
          setNote('');
          setSaved(true);
        },
      },
    );
  const field = (label: string, key: 'title' | 'salutation' | 'footer') => (
    <TextInput
      label={label}
      disabled={no !== undefined}
      value={text[key]}
      onChange={(e) => set({ [key]: e.currentTarget.value })}
    />
  );
  return (
    <div className="um-template">
      <div className="um-template-main">
        <section className="um-template-box" aria-label="Letter">
          <div>{purposeOf(text)}</div>
          {field('Title', 'title')}
          {field('Salutation', 'salutation')}
          <TextInput
            label="Closing"
            description="Lines divided by |"
            disabled={no !== undefined}
            value={text.closing.join(' | ')}
            onChange={(e) => set({ closing: e.currentTarget.value.split('|').map((l) => l.trim()) })}
          />
          {field('Footer', 'footer')}
        </section>
        {text.sections.map((section, n) => (
          <SectionEditor
            key={n}
            section={section}
            demanded={demanded}
            disabled={no !== undefined}
            change={(s) => sections(text.sections.map((old, m) => (m === n ? s : old)))}
            move={(by) => sections(moved(text.sections, n, by))}
            remove={() => sections(text.sections.filter((_, m) => m !== n))}
          />
        ))}
        {!no && (
          <Button
            variant="default"
            style={{ justifySelf: 'start' }}
            onClick={() => sections([...text.sections, { heading: 'New section', blocks: [] }])}
          >
            Add a section
          </Button>
        )}
      </div>
      <div className="um-template-side">
        <section className="um-template-box" aria-label="Save">
          <TextInput
            label="What you changed, for the one who approves it"
            value={note}
            maxLength={1000}
            onChange={(e) => setNote(e.currentTarget.value)}
          />
          <div className="um-template-line">
            <ActButton why={why} loading={act.isPending} onClick={save}>
              Save as a draft
            </ActButton>
            {changed && (
              <Button variant="default" onClick={() => setText(newest)}>
                Undo all
              </Button>
            )}
          </div>
          <div role="status">
            {saved && !changed && 'Saved. Somebody else has to approve it before it is published.'}
          </div>
          <Failure error={act.error} />
        </section>
        <VersionsPanel own={own} shipped={shipped} text={text} view={view} />
        <ChecksPanel text={text} matrix={view.matrix} />
        <PreviewPanel text={text} />
      </div>
    </div>
  );
};

/** The editor of one template. Letters that have gone out stay as they were, whatever is written here. */
export const TemplatePage = () => {
  const { templateId } = useParams({ from: '/shell/desk/templates/$templateId' });
  const templates = useTemplates();
  if (templates.isError) return <FailedState error={templates.error} retry={() => void templates.refetch()} />;
  if (templates.isPending) return <LoadingRows label="Loading the template" />;
  const own = ownOf(templates.data, templateId);
  const shipped = shippedOf(templates.data, templateId);
  const newest = own.versions.at(-1)?.template ?? shipped;
  if (!newest) return <NotFound />;
  return (
    <Page
      title={templateId}
      tabTitle={`Template ${templateId}`}
      actions={
        <Button
          variant="default"
          renderRoot={(props) => <Link {...props} to="/templates" search={{}} />}
          leftSection={<IconArrowLeft size={15} aria-hidden />}
        >
          All templates
        </Button>
      }
    >
      <Editor key={templateId} view={templates.data} own={own} shipped={shipped} newest={newest} />
    </Page>
  );
};
