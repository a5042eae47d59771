import { invalid, isRefusal, type Refusal, refusalSentence, refuse } from '@openum/domain/case/refusal.ts';
import { decideEpisode } from '@openum/domain/episode/decide.ts';
import { evolveEpisode } from '@openum/domain/episode/evolve.ts';
import type { Episode } from '@openum/domain/episode/state.ts';
import { isCalendarDateText } from '@openum/domain/time/instant.ts';
import type { ImportCounts, ImportKind } from '../../port/practiceImports.ts';
import type { PracticeActing } from '../acting.ts';
import { actOnEpisode } from '../episode/act.ts';
import { loadEpisode } from '../episode/load.ts';
import { admitPatient } from '../episode/open.ts';
import { type RecordAct, recordCommand } from '../episode/recordAct.ts';
import { importColumns } from './columns.ts';

/** A line of the file: its number there, and its cells by the key of their column. */
export type ImportRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> };

export type RowResult = {
  readonly line: number;
  /** `new`: it is or would be written. `known`: the record has it already. */
  readonly outcome: 'new' | 'known' | 'problem';
  readonly message?: string;
};

/** What refuses a second writing of the same fact; for a file that is read twice it is no problem. */
const alreadyThere: readonly Refusal['code'][] = ['serviceRepeated', 'authorizationRepeated', 'patientPresent'];

const dayColumns = ['birth date', 'admitted on', 'from', 'to', 'first day', 'last day', 'next update by', 'day'];
const yes = ['yes', 'y', 'true', '1'];
const no = ['no', 'n', 'false', '0', ''];

const shapeProblem = (kind: ImportKind, { cells }: ImportRow): Refusal | undefined => {
  for (const { name, required } of importColumns[kind]) {
    const value = cells[name] ?? '';
    if (required && value === '') return refuse('fieldMissing', { field: name });
    if (value !== '' && dayColumns.includes(name) && !isCalendarDateText(value))
      return invalid(name, 'a day is written YYYY-MM-DD');
    if (name === 'units' && value !== '' && !/^[1-9]\d{0,4}$/.test(value))
      return invalid(name, 'a whole number, one or more');
    if (name === 'order' && !/^[123]$/.test(value)) return invalid(name, 'it is 1, 2 or 3');
    if (['part 2', 'emergency'].includes(name) && ![...yes, ...no].includes(value.toLowerCase()))
      return invalid(name, 'it is yes or no');
  }
  return undefined;
};

type Lists = {
  readonly payers: ReadonlyMap<string, string>;
  readonly programmes: ReadonlyMap<string, string>;
};

const listsOf = async ({ casework: { practiceRegister }, scope }: PracticeActing): Promise<Lists> => ({
  payers: new Map((await practiceRegister.payers(scope)).map((p) => [p.name.toLowerCase(), p.payerId])),
  programmes: new Map((await practiceRegister.programmes(scope)).map((p) => [p.name.toLowerCase(), p.programmeId])),
});

const text = (cells: ImportRow['cells'], name: string): string | undefined => cells[name] || undefined;

const payerOf = (cells: ImportRow['cells'], { payers }: Lists): string | Refusal =>
  payers.get((cells.payer ?? '').toLowerCase()) ?? invalid('payer', 'no payer of the register has this name');

/** The act that a row means, for kinds that write into an episode. */
const actOf = (kind: ImportKind, { cells }: ImportRow, e: Episode, lists: Lists): RecordAct | Refusal | 'known' => {
  if (kind === 'attendance')
    return { type: 'RecordServices', services: [{ on: cells.day ?? '', units: Number(cells.units || 1) }] };
  if (kind === 'authorizations') {
    const coverage = e.coverages.toSorted((a, b) => a.order - b.order)[0];
    if (!coverage) return invalid('chart number', 'the episode has no payer yet');
    return {
      type: 'RecordAuthorization',
      authorization: {
        number: cells['authorization number'] ?? '',
        coverageId: coverage.coverageId,
        levelOfCare: cells['level of care'] || (e.levels.at(-1) ?? e.levels[0]).programme.levelOfCare,
        codes: (cells.codes ?? '').split(/[;,\s]+/).filter((c) => c !== ''),
        from: cells['first day'] ?? '',
        to: cells['last day'] ?? '',
        units: cells.units ? Number(cells.units) : undefined,
        nextReviewOn: text(cells, 'next update by'),
      },
    };
  }
  const payerId = payerOf(cells, lists);
  if (typeof payerId !== 'string') return payerId;
  const order = Number(cells.order) as 1 | 2 | 3;
  const before = e.coverages.find((c) => c.order === order);
  if (before?.payerId === payerId && before.memberNumber === cells['member number']) return 'known';
  return {
    type: 'SetCoverage',
    coverageId: before?.coverageId,
    order,
    payerId,
    memberNumber: cells['member number'] ?? '',
    groupNumber: text(cells, 'group number'),
    stateOfIssue: text(cells, 'state of issue'),
    from: text(cells, 'from'),
    to: text(cells, 'to'),
  };
};

const resultOf = (line: number, refusal: Refusal): RowResult => ({
  line,
  outcome: alreadyThere.includes(refusal.code) ? 'known' : 'problem',
  message: refusalSentence(refusal),
});

type Reading = {
  readonly me: PracticeActing;
  readonly lists: Lists;
  /** Nothing is written; what earlier rows of the file would have written is kept here. */
  readonly preview?: Map<string, Episode>;
  readonly seenCharts: Set<string>;
};

const patientRow = async ({ me, lists, preview, seenCharts }: Reading, row: ImportRow): Promise<RowResult> => {
  const { cells, line } = row;
  const chartNumber = cells['chart number'] ?? '';
  const { practiceRegister, environment, episodes } = me.casework;
  const known = await practiceRegister.patientByChart(me.scope, chartNumber);
  if (known && known.birthDate !== cells['birth date'])
    return resultOf(line, invalid('birth date', 'the patient with this chart number has another one'));
  const admit = text(cells, 'programme') !== undefined || text(cells, 'admitted on') !== undefined;
  const programmeId = lists.programmes.get((cells.programme ?? '').toLowerCase());
  if (admit && programmeId === undefined)
    return resultOf(line, invalid('programme', 'no programme of the register has this name'));
  if (admit && !cells['admitted on']) return resultOf(line, refuse('fieldMissing', { field: 'admitted on' }));
  if (admit && (cells['admitted on'] ?? '') > me.today)
    return resultOf(line, invalid('admitted on', 'it lies in the future'));
  const payerId = cells.payer ? payerOf(cells, lists) : undefined;
  if (payerId !== undefined && typeof payerId !== 'string') return resultOf(line, payerId);
  if (payerId && !cells['member number']) return resultOf(line, refuse('fieldMissing', { field: 'member number' }));
  const present = known
    ? await episodes.list(me.scope, { presence: 'present', patientId: known.patientId }, undefined, 1)
    : [];
  if (seenCharts.has(chartNumber) || present.length > 0 || (known && !admit))
    return { line, outcome: 'known', message: 'The patient is in the record already.' };
  seenCharts.add(chartNumber);
  if (preview) return { line, outcome: 'new' };
  const person = {
    family: cells['family name'] ?? '',
    given: cells['given name'] ?? '',
    birthDate: cells['birth date'] ?? '',
    chartNumber,
    part2: yes.includes((cells['part 2'] ?? '').toLowerCase()),
  };
  if (!admit || programmeId === undefined) {
    const { part2, ...rest } = person;
    await practiceRegister.savePatients(me.scope, [
      {
        patientId: environment.newId(),
        ...rest,
        birthDate: rest.birthDate as Episode['admittedOn'],
        ...(part2 ? { part2 } : {}),
        coverages: [],
      },
    ]);
    return { line, outcome: 'new' };
  }
  const acted = await admitPatient(me, {
    commandId: environment.newId(),
    ...(known ? { patientId: known.patientId } : { newPatient: person }),
    programmeId,
    admittedOn: cells['admitted on'] ?? '',
    emergency: yes.includes((cells.emergency ?? '').toLowerCase()),
    coverages: payerId
      ? [{ order: 1, payerId, memberNumber: cells['member number'] ?? '', groupNumber: text(cells, 'group number') }]
      : [],
  });
  return acted.kind === 'refused' ? resultOf(line, acted.refusal) : { line, outcome: 'new' };
};

/** The latest episode of the patient with this chart number. */
const episodeOfChart = async (me: PracticeActing, chartNumber: string): Promise<string | undefined> => {
  const rows = (
    await me.casework.episodes.list(me.scope, { presence: 'all', text: chartNumber }, undefined, 50)
  ).filter((r) => r.chartNumber === chartNumber);
  return rows.toSorted((a, b) => (a.admittedOn < b.admittedOn ? 1 : -1))[0]?.episodeId;
};

const episodeRow = async (kind: ImportKind, reading: Reading, row: ImportRow): Promise<RowResult> => {
  const { me, lists, preview } = reading;
  const { line, cells } = row;
  const episodeId = await episodeOfChart(me, cells['chart number'] ?? '');
  const loaded = episodeId && (await loadEpisode(me.casework.episodes, me.scope, episodeId));
  if (!loaded) return resultOf(line, invalid('chart number', 'no episode of a patient has it'));
  const state = preview?.get(loaded.episodeId) ?? loaded.state;
  const act = actOf(kind, row, state, lists);
  if (act === 'known') return { line, outcome: 'known', message: 'The record says so already.' };
  if (isRefusal(act)) return resultOf(line, act);
  if (preview) {
    const command = await recordCommand(act, me, { ...loaded, state });
    const events = isRefusal(command) ? command : decideEpisode(command, state);
    if (isRefusal(events)) return resultOf(line, events);
    preview.set(
      loaded.episodeId,
      events.reduce((s, ev) => evolveEpisode(s, ev) as Episode, state),
    );
    return { line, outcome: 'new' };
  }
  const acted = await actOnEpisode(me.casework, me.scope, {
    episodeId: loaded.episodeId,
    command: (now) => recordCommand(act, me, now),
  });
  if (acted.kind === 'refused') return resultOf(line, acted.refusal);
  return acted.kind === 'stale'
    ? { line, outcome: 'problem', message: 'Somebody else is writing to this episode; try again.' }
    : { line, outcome: 'new' };
};

/**
 * Reads rows into the record, or says beforehand what would become of each. A row that is in the record is left alone, so that a
 * file may be read in again after its problems were mended.
 */
export const importRows = async (
  me: PracticeActing,
  kind: ImportKind,
  rows: readonly ImportRow[],
  mode: 'preview' | 'write',
): Promise<readonly RowResult[]> => {
  const reading: Reading = {
    me,
    lists: await listsOf(me),
    ...(mode === 'preview' ? { preview: new Map() } : {}),
    seenCharts: new Set(),
  };
  const results: RowResult[] = [];
  for (const row of rows) {
    const problem = shapeProblem(kind, row);
    if (problem) results.push(resultOf(row.line, problem));
    else if (kind === 'patients') results.push(await patientRow(reading, row));
    else results.push(await episodeRow(kind, reading, row));
  }
  return results;
};

export const countsOf = (results: readonly RowResult[]): ImportCounts => {
  const of = (outcome: RowResult['outcome']): number => results.filter((r) => r.outcome === outcome).length;
  return { done: of('new'), known: of('known'), problems: of('problem') };
};
