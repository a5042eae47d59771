import type { Duration } from '../clock/rule.ts';
import type { CalendarDate } from '../time/instant.ts';
import type { PayerCard, Said } from './card.ts';

export type CardProblem = { readonly path: string; readonly message: string };

const wholeDays = (path: string, said: Said<number> | undefined): readonly CardProblem[] =>
  said && !(Number.isInteger(said.value) && said.value >= 1 && said.value <= 366)
    ? [{ path, message: 'A number of days is whole, from 1 to 366.' }]
    : [];

const span = (path: string, duration: Duration | undefined): readonly CardProblem[] =>
  duration && !(Number.isInteger(duration.value) && duration.value >= 1 && duration.value <= 10_000)
    ? [{ path, message: 'A length of time is a whole number, one or more.' }]
    : [];

const blank = (path: string, value: string, message: string): readonly CardProblem[] =>
  value.trim() === '' ? [{ path, message }] : [];

const saidProblems = (path: string, said: Said<unknown> | undefined, today: CalendarDate): readonly CardProblem[] =>
  said && said.on > today
    ? [{ path: `${path}.on`, message: 'Nobody can have said it on a day that is still to come.' }]
    : [];

/** What is wrong with a card, each with its field. */
export const cardProblems = (card: PayerCard, today: CalendarDate): readonly CardProblem[] => {
  const levels = card.levels.map((l) => l.levelOfCare);
  return [
    ...blank('name', card.name, 'A payer has a name.'),
    ...card.levels.flatMap((l, at) => {
      const path = `levels.${at}`;
      return [
        ...(levels.indexOf(l.levelOfCare) < at
          ? [{ path: `${path}.levelOfCare`, message: 'This level has a row already.' }]
          : []),
        ...wholeDays(`${path}.initialDays`, l.initialDays),
        ...wholeDays(`${path}.reviewIntervalDays`, l.reviewIntervalDays),
        ...(l.criteria ? blank(`${path}.criteria`, l.criteria.value, 'Criteria have a name.') : []),
        ...(l.wants && l.wants.value.length === 0
          ? [{ path: `${path}.wants`, message: 'Name one thing that they want to read, or make it unknown.' }]
          : []),
        ...span(`${path}.leadTime`, l.leadTime?.value),
        ...(['authorization', 'initialDays', 'reviewIntervalDays', 'leadTime', 'criteria', 'wants'] as const).flatMap(
          (k) => saidProblems(`${path}.${k}`, l[k], today),
        ),
      ];
    }),
    ...(card.channels?.value ?? []).flatMap((c, at) =>
      blank(`channels.${at}.address`, c.address, 'A way to reach a payer has a number or an address.'),
    ),
    ...span('admissionNotice', card.admissionNotice?.value),
    ...span('peerToPeer.window', card.peerToPeer?.value.window),
    ...span('retro.window', card.retro?.value.window),
    ...(card.appeals?.value ?? []).flatMap((a, at) => [
      ...blank(`appeals.${at}.name`, a.name, 'A level of appeal has a name.'),
      ...span(`appeals.${at}.window`, a.window),
      ...(a.level === at + 1
        ? []
        : [{ path: `appeals.${at}.level`, message: 'Levels of appeal count from 1, in their order.' }]),
    ]),
    ...wholeDays('benefitsValidDays', card.benefitsValidDays),
    ...(
      ['channels', 'admissionNotice', 'peerToPeer', 'talkSpeaker', 'appeals', 'retro', 'benefitsValidDays'] as const
    ).flatMap((k) => saidProblems(k, card[k], today)),
  ];
};
