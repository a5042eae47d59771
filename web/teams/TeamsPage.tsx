import './teams.css';
import { Alert, Button, Textarea } from '@mantine/core';
import type { RoutingView } from '@openum/http/contract/routing.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem, get, put } from '../api/client.ts';
import { newId } from '../api/command.ts';
import { useSession } from '../api/session.ts';
import { count, moment } from '../app/format.ts';
import { Page } from '../app/Page.tsx';
import { EmptyState, FailedState, LoadingRows } from '../app/states.tsx';
import { Panel } from '../case/Panel.tsx';
import { problemText } from '../case/problemText.ts';
import { cleanWhen, moved, type PlanDraft, planOf, type RuleDraft, type TeamDraft, unreachable } from './draft.ts';
import { PeoplePanel } from './PeoplePanel.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import { TeamEditor } from './TeamEditor.tsx';

const queryKey = ['routing'];

type EditorProps = { readonly view: RoutingView; readonly saved: () => void };

const Editor = ({ view, saved }: EditorProps) => {
  const { zone } = useSession();
  const [plan, setPlan] = useState<PlanDraft>(() => planOf(view));
  const [version] = useState(view.saved?.version ?? 0);
  const [reason, setReason] = useState('');
  const [said, setSaid] = useState<string>();
  const [busy, setBusy] = useState(false);
  const changed = JSON.stringify(plan) !== JSON.stringify(planOf(view));
  const overtaken = (view.saved?.version ?? 0) !== version;
  const never = unreachable(plan.rules);
  const team = (at: number, next: TeamDraft | undefined) =>
    setPlan({ ...plan, teams: plan.teams.flatMap((t, n) => (n === at ? (next ?? []) : t)) });
  const rule = (at: number, next: RuleDraft | undefined) =>
    setPlan({ ...plan, rules: plan.rules.flatMap((r, n) => (n === at ? (next ?? []) : r)) });
  const save = async () => {
    if (reason.trim() === '') return setSaid('Write why the teams or rules change.');
    setBusy(true);
    setSaid(undefined);
    try {
      const rules = plan.rules.map((r) => ({ ...r, when: cleanWhen(r.when) }));
      await put('/api/routing', { plan: { ...plan, rules }, expectedVersion: version, reason: reason.trim() });
      saved();
    } catch (problem) {
      setSaid(problem instanceof ApiProblem ? problem.message : problemText(problem));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="um-teams">
      <Panel
        title={`Teams (${plan.teams.length})`}
        aside={
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setPlan({ ...plan, teams: [...plan.teams, { teamId: newId(), name: '', members: [] }] })}
          >
            Add a team
          </Button>
        }
      >
        {plan.teams.length === 0 && (
          <EmptyState title="No team yet">Add a team, name its people, then say by rules what it gets.</EmptyState>
        )}
        {plan.teams.map((t, at) => (
          <TeamEditor
            key={t.teamId}
            team={t}
            people={view.people}
            usedBy={plan.rules.filter((r) => r.teamId === t.teamId).length}
            change={(next) => team(at, next)}
          />
        ))}
      </Panel>
      <Panel
        title={`Rules (${plan.rules.length})`}
        aside={
          <Button
            size="compact-sm"
            variant="default"
            disabled={plan.teams.length === 0}
            onClick={() =>
              setPlan({
                ...plan,
                rules: [
                  ...plan.rules,
                  { ruleId: newId(), name: '', when: {}, teamId: plan.teams[0]?.teamId ?? '', skills: [] },
                ],
              })
            }
          >
            Add a rule
          </Button>
        }
      >
        <p className="um-quiet">
          The first rule that fits a case decides. Inside the team the case goes to somebody with the skills, at work
          and with room, who has the least to do, weighted by what is due.
        </p>
        {plan.rules.map((r, at) => (
          <RuleEditor
            key={r.ruleId}
            rule={r}
            place={at + 1}
            teams={plan.teams}
            categories={view.categories}
            never={never.has(r.ruleId)}
            change={(next) => rule(at, next)}
            {...(at > 0 ? { up: () => setPlan({ ...plan, rules: moved(plan.rules, at, at - 1) }) } : {})}
            {...(at < plan.rules.length - 1
              ? { down: () => setPlan({ ...plan, rules: moved(plan.rules, at, at + 1) }) }
              : {})}
          />
        ))}
        {plan.rules.length === 0 && (
          <EmptyState title="No rule yet">Without a rule nothing is routed; cases wait on the work list.</EmptyState>
        )}
      </Panel>
      <Panel title="Save">
        {overtaken && (
          <Alert color="yellow" mb="xs" title="Somebody saved a newer version">
            Reload the page to see it; what you changed here is then lost.
          </Alert>
        )}
        <Textarea
          label="Why it changes"
          description="Kept with the version"
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
          error={said}
        />
        <div className="um-teams-foot">
          <Button loading={busy} disabled={!changed || overtaken} onClick={() => void save()}>
            Save as version {version + 1}
          </Button>
          <Button variant="default" disabled={!changed || busy} onClick={() => setPlan(planOf(view))}>
            Discard changes
          </Button>
          {!changed && <span className="um-quiet">Nothing has been changed.</span>}
        </div>
        {view.history.length > 0 && (
          <ol className="um-teams-history" aria-label="Versions, newest first">
            {view.history.map((h) => (
              <li key={h.version}>
                <b>Version {h.version}</b>, {moment(h.savedAt, zone)}, {h.savedBy.name}: {h.reason}
              </li>
            ))}
          </ol>
        )}
      </Panel>
    </div>
  );
};

/** Who gets what: teams, their people, and the rules that route each case. */
export const TeamsPage = () => {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => get<RoutingView>('/api/routing', {}, signal),
  });
  return (
    <Page
      title="Teams and routing"
      actions={
        data && (
          <Link to="/work" search={{ tab: 'unassigned' }}>
            {count(data.unowned, 'case')} without an owner
          </Link>
        )
      }
    >
      {error && <FailedState error={error} retry={() => void refetch()} />}
      {!data && !error && <LoadingRows label="Loading the teams" />}
      {data && (
        <>
          <PeoplePanel view={data} />
          <Editor
            key={data.saved?.version ?? 0}
            view={data}
            saved={() => void client.invalidateQueries({ queryKey })}
          />
        </>
      )}
    </Page>
  );
};
