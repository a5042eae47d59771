import type { Licence, Qualification } from '../actor/actor.ts';
import type { CalendarDate } from '../time/instant.ts';
import type { AppealRights } from './appealRights.ts';
import type { Direction, NoticeFormat, PlanIdentity } from './document.ts';
import type { LanguagePack } from './language.ts';
import type { FormerLetter } from './reissued.ts';

/** One X12 886 code with this project's own words for it. Data: `content/code/decisionReason.json`. */
export type DecisionReason = {
  readonly code: string;
  readonly label: string;
  readonly reasonClass: 'medicalNecessity' | 'administrative' | 'either';
  /** In plain words for a member; a whole sentence. */
  readonly memberPhrase: string;
};

/** What of a reviewer a letter shows to a member, where a state asks for more than name, title and specialty. */
export type ReviewerDisclosure = {
  readonly states: readonly string[];
  readonly licence: boolean;
  readonly citation: string;
};

/** "You can get this in your language", said in that language. Data: `content/notice/languageAssistance.json`. */
export type LanguageOffer = {
  readonly language: string;
  readonly direction: Direction;
  /** With `{{plan.phone}}` and `{{plan.tty}}`. */
  readonly text: string;
};

/** Every offer, those of the languages most used in the reader's state first (45 CFR 92.11(b)). */
export const offersFor = (offers: readonly LanguageOffer[], order: readonly string[]): readonly LanguageOffer[] => [
  ...order.flatMap((language) => offers.filter((o) => o.language === language)),
  ...offers.filter((o) => !order.includes(o.language)),
];

/** All that a letter needs and the case does not hold. */
export type NoticeContext = {
  readonly noticeId: string;
  /** The day on the letter, in the plan's zone; appeal windows run from it. */
  readonly noticeDate: CalendarDate;
  readonly plan: PlanIdentity;
  readonly appealRights: AppealRights;
  readonly decisionReasons: readonly DecisionReason[];
  readonly reviewerDisclosures: readonly ReviewerDisclosure[];
  readonly languagePack: LanguagePack;
  readonly languageOffers: readonly LanguageOffer[];
  /** Name of a service by its code, used before the display that the sender gave. */
  readonly serviceLabels?: Readonly<Record<string, string>>;
  /** Where a provider asks to speak with the reviewer; the plan's phone when absent. */
  readonly peerToPeerPhone?: string;
  readonly format?: NoticeFormat;
  /** Where the letter goes, when that is not the address of the request. */
  readonly addressee?: readonly string[];
  readonly former?: FormerLetter;
  /** What must go with a disclosure of this record to anybody but the member (42 CFR 2.32). */
  readonly disclosure?: string;
};

const licenceFor = (who: Qualification, state: string): Licence | undefined => {
  const active = who.licences.filter((l) => l.status === 'active');
  return active.find((l) => l.state === state) ?? active[0];
};

/** Specialties are kept as codes in camel case: `internalMedicine` reads internal medicine. */
const spoken = (specialty: string): string =>
  /^[a-z]+([A-Z][a-z]+)*$/.test(specialty) ? specialty.replace(/([A-Z])/g, ' $1').toLowerCase() : specialty;

/** Name, title, specialty, and the licence where the audience or the state asks for it. */
export const reviewerLine = (
  name: string,
  who: Qualification | undefined,
  state: string,
  showLicence: boolean,
  pack: LanguagePack,
): string => {
  if (who === undefined) return name;
  const licence = showLicence ? licenceFor(who, state) : undefined;
  return [
    name,
    pack.words[`profession.${who.profession}`],
    who.specialties.map(spoken).join(', '),
    who.boardCertified ? pack.words.boardCertified : undefined,
    licence && `${licence.state} ${pack.words.licence} ${licence.number}`,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
};
