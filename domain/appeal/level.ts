import type { LineOfBusiness, ReviewType } from '../case/request.ts';

/** Who hears an appeal of a level. */
export const appealBodies = ['plan', 'ire', 'iro', 'stateFairHearing', 'stateReview', 'opm', 'omha'] as const;
export type AppealBody = (typeof appealBodies)[number];

export const appealParties = ['member', 'representative', 'physician', 'provider'] as const;
export type AppealParty = (typeof appealParties)[number];

/** Whether the service has been given: the law gives payment appeals another time than appeals for care still to come. */
export const appealTimings = ['preService', 'postService'] as const;
export type AppealTiming = (typeof appealTimings)[number];

/** What a party has to hand in before the appeal counts as filed. */
export const standings = ['nothing', 'writtenConsent', 'appointment', 'waiverOfLiability'] as const;
export type Standing = (typeof standings)[number];

export type Filer = {
  readonly party: AppealParty;
  readonly needs: Standing;
  /** Only appeals about care still to come, or only about payment. */
  readonly timing?: AppealTiming;
};

/** What the person who upholds has to be, beside what the first reviewer had to be. */
export type AppealReviewerRule = {
  readonly notSubordinate: boolean;
  /** Works in a field that the service belongs to, or in one similar to it (`content/matching/specialties.json`). */
  readonly sameOrSimilarSpecialty: boolean;
  readonly boardCertified: boolean;
  readonly citation: string;
};

export type FilingWindow = {
  readonly ruleId: string;
  /** `receipt`: the window runs from the day on which the letter arrives. */
  readonly countedFrom: 'noticeDate' | 'receipt';
  readonly presumedReceiptDays?: number;
};

/** One level of appeal of a line of business. Data: `content/appeal/levels.json`. */
export type AppealLevel = {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly linesOfBusiness: readonly LineOfBusiness[];
  /** Stages of the lines that may be appealed here; absent: every stage. */
  readonly reviewTypes?: readonly ReviewType[];
  readonly body: AppealBody;
  readonly bodyName: string;
  /** Levels one of which must have ended against the member first; empty: an appeal may begin here. */
  readonly after: readonly string[];
  /** States in which an urgent case may come here without any level before. */
  readonly immediateIn?: readonly { readonly state: string; readonly citation: string }[];
  /** Opens by itself when the level before it ends against the member. */
  readonly automatic: boolean;
  readonly filing?: FilingWindow;
  readonly filers: readonly Filer[];
  readonly expedited: {
    readonly offered: boolean;
    readonly physicianBinds: boolean;
    /** From the refusal to expedite until its letter is out. */
    readonly declinedRules?: readonly string[];
  };
  readonly decisionRules: Readonly<Record<AppealTiming, readonly string[]>>;
  /** From the opening of the level until the file has gone to who decides. */
  readonly forwardRules: readonly string[];
  /** From the naming of the review organization until it has the file. */
  readonly documentRules: readonly string[];
  readonly effectuationRules: readonly string[];
  /** By when the body outside answers; absent where no source says so. The narrower rule of a state stands before the federal one. */
  readonly answerRules?: readonly string[];
  readonly reviewer?: AppealReviewerRule;
  /** New evidence and new reasons are given to the member, with time to answer, before a decision against them. */
  readonly sharesNewEvidence: boolean;
  readonly aidContinuing?: {
    readonly askWithinDays: number;
    readonly whoMayAsk: readonly AppealParty[];
    readonly citation: string;
  };
  /** How to object when the plan takes more time or does not speed up, where there is such a right. */
  readonly grievance: boolean;
  readonly citations: readonly string[];
  readonly note?: string;
};

/** What this party must hand in to appeal at this level; undefined when it may not appeal at all. */
export const standingOf = (level: AppealLevel, party: AppealParty, timing: AppealTiming): Standing | undefined =>
  level.filers.find((f) => f.party === party && (f.timing === undefined || f.timing === timing))?.needs;
