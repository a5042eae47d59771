import './packet.css';
import { Anchor } from '@mantine/core';
import type { PacketDesk } from '@openum/http/contract/practice/packet.ts';
import { useQuery } from '@tanstack/react-query';
import { fileOfPractice } from '../../api/practice.ts';
import { useSession } from '../../api/session.ts';
import { count, date, moment } from '../../app/format.ts';
import { episodeShelf } from '../../document/usePages.ts';
import { submissionKindWord } from '../words.ts';
import { packetDeskQuery } from './queries.ts';
import { SendActs } from './SendActs.tsx';
import { wayWord } from './SentForm.tsx';

type Packet = PacketDesk['packets'][number];

const titleOf = ({ request }: Packet): string =>
  request
    ? `${submissionKindWord[request.kind]}, ${date(request.from)} to ${date(request.to)}`
    : 'What the payer asked for';

const PacketCard = ({ desk, packet: p }: { readonly desk: PacketDesk; readonly packet: Packet }) => {
  const { zone } = useSession();
  const path = `${episodeShelf(desk.episodeId)}/packets/${encodeURIComponent(p.packetId)}`;
  return (
    <article className="um-request" aria-label={`Packet: ${titleOf(p)}`}>
      <header className="um-practice-actions">
        <b>{titleOf(p)}</b>
        <span className="um-chip" data-tone={p.sent ? 'good' : 'waiting'}>
          {p.sent ? 'Sent' : 'Not sent yet'}
        </span>
        <Anchor href={fileOfPractice(path)} target="_blank" rel="noreferrer">
          Open the file ({count(p.pages, 'page')})
        </Anchor>
      </header>
      <div className="um-practice-quiet">
        For {p.addressee}, made by {p.made.by}, {moment(p.made.at, zone)}
        {p.parts.length > 0 && `, with ${p.parts.map((d) => d.title).join(', ')}`}
        {p.consent && `. Consent: ${p.consent}`}
      </div>
      {p.failures.map((f) => (
        <div key={f.at} className="um-practice-bad">
          {wayWord[f.way]} to {f.sentTo} failed, {moment(f.at, zone)}: {f.reason}
        </div>
      ))}
      {p.sent ? (
        <div>
          {wayWord[p.sent.way]} to {p.sent.sentTo}, {moment(p.sent.sentAt, zone)}
          {p.sent.reference && `, reference ${p.sent.reference}`}
          {p.sent.spokeWith && `, ${p.sent.spokeWith}`}
          <span className="um-practice-quiet">
            , by {p.sent.by}
            {p.sent.response && `; the server said: ${p.sent.response}`}
          </span>
        </div>
      ) : (
        <div className="um-practice-actions">
          <SendActs path={`${path}/sent`} fax={p.fax ?? ''} gateways={desk.gateways} title={titleOf(p)} />
        </div>
      )}
    </article>
  );
};

/** The packets of an episode, newest first; nothing where there are none. */
export const PacketList = ({ episodeId }: { readonly episodeId: string }) => {
  const { data: desk } = useQuery(packetDeskQuery(episodeId));
  if (!desk || desk.packets.length === 0) return null;
  return (
    <section aria-labelledby="packets-title">
      <h2 id="packets-title" style={{ fontSize: '1.0625rem' }}>
        Packets
      </h2>
      {desk.packets.map((p) => (
        <PacketCard key={p.packetId} desk={desk} packet={p} />
      ))}
    </section>
  );
};
