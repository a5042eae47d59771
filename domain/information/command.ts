import type { LinkMade } from './event.ts';

export type MakeInformationLink = { readonly type: 'MakeInformationLink' } & LinkMade;
