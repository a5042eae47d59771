import type { PersonActor } from '@openum/domain/actor/actor.ts';
import type { ZoneId } from '@openum/domain/time/instant.ts';
import type { CaseView, CommandBody } from '@openum/http/contract/case.ts';
import { createContext, useContext } from 'react';
import type { Place } from '../document/pick.ts';
import type { ActId } from './act/acts.ts';

/** What every part of the case page shares. */
export type Desk = {
  readonly view: CaseView;
  readonly actor: PersonActor;
  readonly zone: ZoneId;
  readonly act: ActId | undefined;
  readonly openAct: (id: ActId | undefined) => void;
  /** Clock that the extension is for. */
  readonly clockId: string | undefined;
  readonly extendClock: (clockId: string) => void;
  readonly documentId: string | undefined;
  /** `find` is looked for in it, where the document can be searched. */
  readonly openDocument: (id: string | undefined, find?: string, place?: Place) => void;
  readonly find: string | undefined;
  /** The place that is highlighted in it. */
  readonly place: Place | undefined;
  /** Criteria leaf on which the person stands. */
  readonly leafPath: string | undefined;
  readonly goToLeaf: (key: string | undefined) => void;
  /** Says something at the head of the page, aloud for screen readers. */
  readonly tell: (sentence: string) => void;
  /** Sends on top of the version now on the screen; throws ApiProblem when it was refused. */
  readonly send: (command: CommandBody) => Promise<void>;
};

export const DeskContext = createContext<Desk | undefined>(undefined);

export const useDesk = (): Desk => {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('a part of the case page stands outside it');
  return desk;
};
