import type { Actor } from '@openum/domain/actor/actor.ts';
import type { Case } from '@openum/domain/case/state.ts';
import { localText } from '@openum/domain/clock/due.ts';
import { type Instant, isCalendarDateText, type ZoneId } from '@openum/domain/time/instant.ts';
import type { StoredEvent } from '../../port/caseStore.ts';
import { type FactTrail, sourceText, valueText } from '../facts.ts';
import type { ProofFile } from '../proof.ts';
import type { NamedRead } from '../reads.ts';
import { type IndexSection, paragraph, spaced, table } from './document.ts';

const nameOf = (actor: Actor): string => (actor.kind === 'system' ? `OpenUM (${actor.component})` : actor.name);

const roleOf = (actor: Actor): string =>
  actor.kind === 'person' ? actor.roles.map(spaced).join(', ') : spaced(actor.kind);

/** Everybody who wrote into the record, in the order in which they came. */
export const peopleSection = (events: readonly StoredEvent[]): IndexSection => {
  const acts = Map.groupBy(events, (e) => `${nameOf(e.actor)}\n${roleOf(e.actor)}\n${e.onBehalfOf ?? ''}`);
  return {
    heading: 'Who took part',
    blocks: [
      table(
        [
          ['Who', 5],
          ['As', 5],
          ['In the name of', 3],
          ['Events', 2],
        ],
        [...acts].map(([key, own]) => [...key.split('\n'), String(own.length)]),
        'Nobody.',
      ),
    ],
  };
};

export const eventsSection = (events: readonly StoredEvent[], zone: ZoneId): IndexSection => ({
  heading: 'Everything that happened',
  blocks: [
    paragraph('In full, with the chain of hashes, in events.jsonl.'),
    table(
      [
        ['No.', 1],
        ['What', 4],
        ['Written down', 3],
        ['Happened', 3],
        ['Who', 4],
        ['Hash', 3],
      ],
      events.map((e) => [
        String(e.sequence),
        spaced(e.type),
        localText(e.recordedAt, zone),
        e.occurredAt === e.recordedAt ? 'at that time' : localText(e.occurredAt, zone),
        e.onBehalfOf ? `${nameOf(e.actor)} for ${e.onBehalfOf}` : nameOf(e.actor),
        e.hash.slice(0, 12),
      ]),
      'Nothing.',
    ),
  ],
});

export const factsSection = (facts: readonly FactTrail[], zone: ZoneId): IndexSection => ({
  heading: 'Facts and where they were read',
  blocks: [
    table(
      [
        ['Fact', 4],
        ['Value', 3],
        ['Of', 2],
        ['Source', 6],
        ['Event', 2],
      ],
      facts.map((f) => [
        [f.key, ...Object.values(f.qualifiers ?? {})].join(', '),
        valueText(f),
        f.at === undefined ? 'not said' : isCalendarDateText(f.at) ? f.at : localText(f.at as Instant, zone),
        sourceText(f),
        f.replacedByEvent ? `${f.recordedByEvent}, replaced by ${f.replacedByEvent}` : String(f.recordedByEvent),
      ]),
      'No fact was recorded.',
    ),
  ],
});

export const readsSection = (reads: readonly NamedRead[], c: Case): IndexSection => ({
  heading: 'Who looked at it',
  blocks: [
    table(
      [
        ['When', 3],
        ['Who', 4],
        ['What', 5],
        ['Why', 3],
      ],
      reads.map((r) => [
        localText(r.at, c.request.zone),
        r.who,
        r.resourceId ? `${spaced(r.what)} ${r.resourceId}` : spaced(r.what),
        spaced(r.purpose),
      ]),
      'Nobody has.',
    ),
  ],
});

export const filesSection = (
  files: readonly Pick<ProofFile, 'path' | 'sizeBytes' | 'sha256'>[],
  missing: readonly { readonly path: string; readonly problem: string }[],
): IndexSection => ({
  heading: 'Files of this pack',
  blocks: [
    paragraph('manifest.json lists them again, with this index. The command verify-proof checks all of it.'),
    table(
      [
        ['File', 6],
        ['Bytes', 2],
        ['SHA-256', 8],
      ],
      files.map((f) => [f.path, String(f.sizeBytes), f.sha256]),
      'None.',
    ),
    ...(missing.length > 0
      ? [
          table(
            [
              ['Not in this pack', 6],
              ['Why', 10],
            ],
            missing.map((m) => [m.path, m.problem]),
            '',
          ),
        ]
      : []),
  ],
});
