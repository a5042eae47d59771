import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type SubmissionChannel, type SubmissionKind, submissionKinds } from '@openum/domain/episode/record.ts';
import { atWallClock, isCalendarDateText } from '@openum/domain/time/instant.ts';
import type { PacketBody } from '@openum/http/contract/practice/packet.ts';
import type { RequestBody, RequestDesk } from '@openum/http/contract/practice/request.ts';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { newId } from '../../api/command.ts';
import { useSession } from '../../api/session.ts';
import { moment } from '../../app/format.ts';
import { draftKey } from '../../case/draft.ts';
import { useDraft } from '../../case/useDraft.ts';
import { episodeShelf } from '../../document/usePages.ts';
import { ProblemLine } from '../ProblemLine.tsx';
import { beginPacket, packetPart, packetProblems, wishesOf } from '../packet/draft.ts';
import { PacketFields } from '../packet/PacketFields.tsx';
import { PdfPreview } from '../packet/PdfPreview.tsx';
import { packetDeskQuery } from '../packet/queries.ts';
import { usePracticeSend } from '../send.ts';
import { channelWord, levelCodes, levelWord, submissionKindWord } from '../words.ts';
import { begin, channelsOf, listed } from './begin.ts';
import { ClinicalNote, type Note } from './ClinicalNote.tsx';
import { Wants } from './Wants.tsx';

type Props = {
  readonly desk: RequestDesk;
  /** The kind with which it begins. */
  readonly kind: SubmissionKind;
  readonly onSent: (said: string) => void;
};

/** A request to a payer, begun from the record and sent or written down. */
export const Composer = ({ desk, kind, onSent }: Props) => {
  const { actor, zone } = useSession();
  const { send, busy, message } = usePracticeSend();
  const formId = useId();
  const [v, setV] = useState(() => begin(desk, kind));
  const [coverageId, setCoverageId] = useState(desk.coverageId ?? desk.payers[0]?.coverage.coverageId ?? '');
  const payer = desk.payers.find((p) => p.coverage.coverageId === coverageId);
  const [channel, setChannel] = useState<SubmissionChannel>(channelsOf(payer)[0] ?? 'phone');
  const [more, setMore] = useState({
    diagnoses: desk.diagnoses.join(', '),
    urgency: 'expedited',
    spokeWith: '',
    reference: '',
    sentTo: '',
    sentAt: '',
  });
  const note = useDraft<Note>(draftKey(actor.userId, desk.episodeId, 'request'), {
    text: '',
    first: '',
    previous: desk.submissions[0]?.clinicalSummary ?? '',
  });
  const { text, first } = note.value;
  const chosen = channelsOf(payer).includes(channel) ? channel : 'phone';
  const electronic = chosen === 'pas' || chosen === 'x12';
  const isPacket = chosen === 'packet';
  const packetDesk = useQuery({ ...packetDeskQuery(desk.episodeId), enabled: isPacket }).data;
  const [packet, setPacket] = useState(() => beginPacket(desk, coverageId));
  const wishes = wishesOf(desk, coverageId, v.levelOfCare);
  const field = (name: keyof typeof v) => ({
    value: v[name],
    onChange: (e: { currentTarget: { value: string } }) => setV({ ...v, [name]: e.currentTarget.value }),
  });
  const extra = (name: keyof typeof more) => ({
    value: more[name],
    onChange: (e: { currentTarget: { value: string } }) => setMore({ ...more, [name]: e.currentTarget.value }),
  });
  const spoken = chosen === 'phone' || chosen === 'portal';
  const problems = [
    ...(coverageId ? [] : ['Set the payer first.']),
    ...(listed(v.codes).length > 0 ? [] : ['Enter at least one code.']),
    ...(isCalendarDateText(v.from) && isCalendarDateText(v.to) ? [] : ['Enter the first and the last day.']),
    ...(v.from && v.to && v.to < v.from ? ['The last day lies before the first.'] : []),
    ...(v.units === '' || /^[1-9]\d*$/.test(v.units) ? [] : ['Units must be a whole number, one or more.']),
    ...(text.trim() ? [] : ['Write the clinical summary.']),
    ...(electronic && listed(more.diagnoses).length === 0 ? ['Enter at least one diagnosis.'] : []),
    ...(spoken && !more.spokeWith.trim() && !more.reference.trim()
      ? ['Write whom you spoke with, or the reference.']
      : []),
    ...(isPacket ? packetProblems(packet, packetDesk) : []),
  ];
  const optional = (name: 'spokeWith' | 'reference' | 'sentTo') =>
    more[name].trim() ? { [name]: more[name].trim() } : {};
  const asked = () => ({
    kind: v.kind,
    levelOfCare: v.levelOfCare,
    codes: listed(v.codes),
    from: v.from,
    to: v.to,
    ...(v.units ? { units: Number(v.units) } : {}),
    urgency: more.urgency === 'expedited' ? ('expedited' as const) : ('standard' as const),
    clinicalSummary: text.trim(),
    ...(listed(more.diagnoses).length > 0 ? { diagnoses: listed(more.diagnoses) } : {}),
  });
  const packetBody = (): Omit<PacketBody, 'commandId'> => ({
    expectedVersion: desk.version,
    coverageId,
    request: asked(),
    ...(first.trim() ? { noteBefore: first.trim() } : {}),
    ...packetPart(packet, wishes),
  });
  const body = (): Omit<RequestBody, 'commandId'> => ({
    expectedVersion: desk.version,
    coverageId,
    ...asked(),
    channel: chosen,
    ...(first.trim() ? { noteBefore: first.trim() } : {}),
    ...(electronic
      ? {}
      : {
          ...optional('spokeWith'),
          ...optional('reference'),
          ...optional('sentTo'),
          ...(more.sentAt ? { sentAt: atWallClock(more.sentAt, zone) } : {}),
        }),
  });
  return (
    <div className="um-request-compose">
      <form
        className="um-practice-form"
        aria-labelledby={`${formId}-title`}
        onSubmit={(e) => {
          e.preventDefault();
          if (problems.length > 0) return;
          const [path, content] = isPacket ? (['packets', packetBody()] as const) : (['requests', body()] as const);
          void send(`${episodeShelf(desk.episodeId)}/${path}`, content).then((ok) => {
            if (!ok) return;
            note.discard();
            setPacket(beginPacket(desk, coverageId));
            onSent(
              isPacket
                ? 'The packet is made and waits below to be sent.'
                : chosen === 'x12'
                  ? 'It is written down, and its file is made.'
                  : chosen === 'pas'
                    ? 'It is with the payer.'
                    : 'It is written down.',
            );
          });
        }}
      >
        <h2 id={`${formId}-title`} style={{ margin: 0, fontSize: '1.0625rem' }}>
          New request
        </h2>
        <div className="um-practice-fields">
          <NativeSelect
            label="Kind"
            value={v.kind}
            onChange={(e) => setV(begin(desk, e.currentTarget.value as SubmissionKind))}
            data={submissionKinds.map((k) => ({ value: k, label: submissionKindWord[k] }))}
          />
          <NativeSelect
            label="Payer"
            value={coverageId}
            onChange={(e) => {
              const { addressee, fax } = beginPacket(desk, e.currentTarget.value);
              setCoverageId(e.currentTarget.value);
              setPacket({ ...packet, addressee, fax });
            }}
            data={desk.payers.map((p) => ({
              value: p.coverage.coverageId,
              label: `${p.coverage.order}. ${p.coverage.payerName}`,
            }))}
          />
          <NativeSelect
            label="Level of care"
            {...field('levelOfCare')}
            data={[...new Set([v.levelOfCare, ...levelCodes])].map((l) => ({ value: l, label: levelWord(l) }))}
          />
          <TextInput label="Codes" {...field('codes')} />
          <TextInput type="date" label="First day" {...field('from')} />
          <TextInput type="date" label="Last day" {...field('to')} />
          <TextInput label="Days or units" inputMode="numeric" {...field('units')} />
          <NativeSelect
            label="Urgency"
            {...extra('urgency')}
            data={[
              { value: 'expedited', label: 'Urgent' },
              { value: 'standard', label: 'Standard' },
            ]}
          />
          <TextInput label="Diagnoses (ICD-10-CM)" placeholder="F10.20, F33.1" {...extra('diagnoses')} />
        </div>
        <Wants desk={desk} coverageId={coverageId} levelOfCare={v.levelOfCare} />
        <ClinicalNote episodeId={desk.episodeId} levelOfCare={v.levelOfCare} note={note.value} change={note.change} />
        <div className="um-practice-quiet">
          What is found is kept with the request, for the words as they came in and as they go.
          {desk.lastNoteCheck &&
            ` Last check: ${desk.lastNoteCheck.missing.length} missing, ${desk.lastNoteCheck.contradicted.length} contradicted, ${moment(desk.lastNoteCheck.at, zone)}.`}
        </div>
        <div className="um-practice-fields">
          <NativeSelect
            label="Way"
            value={chosen}
            onChange={(e) => setChannel(e.currentTarget.value as SubmissionChannel)}
            data={channelsOf(payer).map((c) => ({ value: c, label: channelWord[c] }))}
          />
          {!electronic && !isPacket && (
            <>
              <TextInput label="Spoke with" {...extra('spokeWith')} />
              <TextInput label="Payer’s reference" {...extra('reference')} />
              <TextInput label="Sent to" placeholder="Number or address" {...extra('sentTo')} />
              <TextInput type="datetime-local" label="When (empty: now)" {...extra('sentAt')} />
            </>
          )}
        </div>
        {isPacket && (
          <>
            <PacketFields
              desk={packetDesk}
              draft={packet}
              wishes={wishes}
              change={(part) => setPacket({ ...packet, ...part })}
            />
            <PdfPreview
              key={desk.version}
              path={`${episodeShelf(desk.episodeId)}/packet-preview`}
              body={() => ({ commandId: newId(), ...packetBody() })}
              missing={problems[0]}
              title="The packet as it would be"
            />
          </>
        )}
        <ProblemLine message={message} />
        <div className="um-practice-actions">
          <Button
            type="submit"
            loading={busy}
            {...(problems.length > 0
              ? { 'data-disabled': true, 'aria-disabled': true, title: problems.join(' ') }
              : {})}
          >
            {isPacket ? 'Make the packet' : electronic ? 'Send to the payer' : 'Write down'}
          </Button>
          <span className="um-practice-quiet" role="status">
            {problems[0] ?? ''}
          </span>
        </div>
      </form>
    </div>
  );
};
