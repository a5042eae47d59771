/** How one fact of the catalogue is read from text; the kind of the fact says which fields count. */
export type FactReader = {
  readonly fact: string;
  /** Of a quantity, a date or a text: what it is called, before its value. */
  readonly names?: readonly string[];
  /** Of a quantity: phrases that hold its number, each with one `#`. */
  readonly forms?: readonly string[];
  /** Of a quantity: names that say more than the thing itself, as "SpO2" says by pulse oximetry. */
  readonly implies?: readonly {
    readonly names: readonly string[];
    readonly qualifiers: Readonly<Record<string, string>>;
  }[];
  /** The unit that is meant where none is written; without it a number needs its unit. */
  readonly bare?: string;
  /** A number without unit up to 1 is a share of 1. */
  readonly fraction?: true;
  /** Ways to write a unit of this fact alone. */
  readonly says?: Readonly<Record<string, readonly string[]>>;
  /** What is outside these bounds, in the unit of the catalogue, was misread. */
  readonly least?: number;
  readonly most?: number;
  /** Of a boolean: what says that it is so, and what says that it is not. */
  readonly yes?: readonly string[];
  readonly no?: readonly string[];
  /** Of a code: what says each answer. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  /** What the history tells still holds. */
  readonly past?: true;
  /** The date of the fact is that of the event; a note's own date is not it. */
  readonly event?: true;
};

/** A drug of which doses are counted in one of them, by weight. */
export type DoseReader = {
  readonly fact: string;
  readonly unit: string;
  readonly drugs: Readonly<Record<string, number>>;
  /** Times a day, by what is written. */
  readonly frequencies: Readonly<Record<string, number>>;
  /** A dose that changes is none. */
  readonly changing: readonly string[];
};

/** Knowledge of how facts stand in clinical text; data with a version. */
export type ExtractionRules = {
  readonly version: string;
  readonly readers: readonly FactReader[];
  readonly doses: readonly DoseReader[];
  /** Facts that no page of a record can give, and why. */
  readonly silent: readonly { readonly fact: string; readonly why: string }[];
  /** UCUM unit to the ways in which people write it. */
  readonly units: Readonly<Record<string, readonly string[]>>;
  /** Name to value to phrases. */
  readonly qualifiers: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Words that may stand between a name and its value. */
  readonly fillers: readonly string[];
  readonly answers: {
    readonly yes: readonly string[];
    readonly no: readonly string[];
    readonly none: readonly string[];
  };
  readonly numberWords: Readonly<Record<string, number>>;
  /** What names the day of a note, the surest first; and days that are of no finding. */
  readonly noteDates: readonly string[];
  readonly otherDates: readonly string[];
};
