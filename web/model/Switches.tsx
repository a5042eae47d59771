import { Button, TextInput } from '@mantine/core';
import { type AgentId, agents } from '@openum/domain/suggestion/agent.ts';
import { isOn, type SwitchTarget, sameTarget } from '@openum/domain/suggestion/switch.ts';
import type { ModelView } from '@openum/http/contract/suggestion.ts';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { ActButton } from '../app/ActButton.tsx';
import { moment } from '../app/format.ts';
import type { TenantKind } from '../app/nav.ts';
import { agentDoes, targetWord } from '../suggestion/words.ts';
import { SwitchForm } from './SwitchForm.tsx';

type Props = { readonly view: ModelView };

const Line = ({ view, target }: Props & { readonly target: SwitchTarget }) => {
  const { zone } = useSession();
  const [turning, setTurning] = useState(false);
  const oldestFirst = view.changes.toReversed();
  const on = isOn(oldestFirst, target);
  const waits = target.kind !== 'all' && !isOn(oldestFirst, { kind: 'all' });
  const last = view.changes.find((c) => sameTarget(c.target, target));
  const name = targetWord(target, target.kind === 'service' ? view.labels[target.code] : undefined);
  return (
    <li>
      <div>
        {target.kind === 'all' ? <b>{name}</b> : name}
        {target.kind === 'agent' && <div className="um-model-quiet">{agentDoes[target.agent]}</div>}
        {last && (
          <div className="um-model-quiet">
            {last.by.name}, {moment(last.at, zone)}: {last.reason}
          </div>
        )}
      </div>
      <span className="um-chip" data-tone={on && !waits ? 'good' : 'quiet'}>
        {on ? (waits ? 'On once all are' : 'On') : 'Off'}
      </span>
      <Button size="compact-sm" variant="default" aria-expanded={turning} onClick={() => setTurning(!turning)}>
        Switch {on ? 'off' : 'on'}
        <span className="um-hidden">: {name}</span>
      </Button>
      {turning && <SwitchForm target={target} on={!on} name={name} close={() => setTurning(false)} />}
    </li>
  );
};

const Service = () => {
  const [code, setCode] = useState('');
  const [turning, setTurning] = useState(false);
  const plain = code.trim().toUpperCase();
  return (
    <li>
      <TextInput
        label="Switch off for a service"
        description="Its code; no agent then looks at a request for it"
        maxLength={20}
        value={code}
        onChange={(e) => {
          setCode(e.currentTarget.value);
          setTurning(false);
        }}
      />
      <span />
      <ActButton
        size="compact-sm"
        variant="default"
        why={plain === '' ? 'Write the code of the service first.' : undefined}
        onClick={() => setTurning(true)}
      >
        Switch off<span className="um-hidden">: the service</span>
      </ActButton>
      {turning && (
        <SwitchForm
          target={{ kind: 'service', code: plain }}
          on={false}
          name={`service ${plain}`}
          close={() => {
            setTurning(false);
            setCode('');
          }}
        />
      )}
    </li>
  );
};

/** The agents that an organization of this kind has work for. */
export const ownAgents = (kind: TenantKind): readonly AgentId[] =>
  agents.filter((a) => (a === 'appeal') === (kind === 'practice'));

/** Everything that can be switched, with who turned it last and why. */
export const Switches = ({ view }: Props) => {
  const services = [
    ...new Set(view.changes.flatMap(({ target }) => (target.kind === 'service' ? [target.code] : []))),
  ].sort();
  const { kind } = useSession().view.tenant;
  return (
    <ul className="um-model-switches">
      <Line view={view} target={{ kind: 'all' }} />
      {ownAgents(kind).map((agent) => (
        <Line key={agent} view={view} target={{ kind: 'agent', agent }} />
      ))}
      {services.map((code) => (
        <Line key={code} view={view} target={{ kind: 'service', code }} />
      ))}
      <Service />
    </ul>
  );
};
