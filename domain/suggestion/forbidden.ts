import type { DropReason } from './drop.ts';

/**
 * Words of a decision. A model may say what a record shows; whether that is enough is for a person to say. Too much is dropped
 * rather than too little: a suggestion that is lost costs one sentence of typing.
 */
const decision =
  /\b(den(?:y|ies|ied|ying|ials?)|(?:dis)?approv\w*|(?:non-?)?authori[sz]\w*|(?:non-?)?certif(?:y|ies|ied|ication)|refus(?:e|es|ed|al)|reject\w*|uph(?:old|eld)\w*|overturn\w*|(?:reduce|terminat|discontinu)\w*\s+(?:the\s+)?(?:coverage|authori\w+|services?|stay|days)|medical(?:ly)?\s+(?:un)?necess\w+|(?:meets?|met|meeting|satisf\w*|fulfil\w*)\b.{0,40}\b(?:criteri\w+|guideline\w*|polic\w+|requirement\w*)|(?:not\s+)?covered\s+(?:service|benefit)|should\s+(?:not\s+)?be\s+(?:paid|covered|granted))\b/i;

const instruction =
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instruction|prompt|rule|above|previous|earlier|criteri)|\b(?:system|developer)\s*(?:prompt|message|:)|\bas\s+an?\s+(?:ai|language model|assistant)\b|\b(?:assistant|user|human)\s*:|\byou\s+(?:must|should|are\s+to|will)\s+(?:now\s+)?(?:approve|deny|mark|output|respond|answer|say|record|set|return|write|reply)|\b(?:output|return|respond|reply)\s+(?:only|with|exactly)\b|\bclick\s+(?:here|on|the)|<\/?\s*(?:script|iframe|img|a|document|page)\b|```|\bjailbreak\b|\bdo\s+(?:not\s+)?(?:tell|inform)\s+the\s+(?:user|reviewer|nurse|physician)/i;

const link =
  /\b[a-z][a-z0-9+.-]*:\/\/|\bwww\.|\bmailto:|\bjavascript:|\b[\w-]+\.(?:com|net|org|io|gov|edu|info|biz|ru|cn|app|dev|ly)\b|[\w.+-]+@[\w-]+\.\w|\]\(/i;

/** Belongs to the record, not to a model: money, telephone, numbers of persons. */
const administrative =
  /\$\s?\d|\b\d{3}[-.\s]\d{3}[-.\s]\d{4}\b|\(\d{3}\)\s?\d{3}|\b\d{3}-\d{2}-\d{4}\b|\b\d{10,}\b|\b(?:npi|mrn|ssn)\s*(?:[:#]|is|number)?\s*\d/i;

/** Codes of services and diagnoses as they are written; a code without its dot may as well be a vertebra or a vitamin. */
const codes = /\b(?:[A-V]\d{4}|\d{4}[FTU]|[A-TV-Z]\d[0-9AB]\.[0-9A-TV-Z]{1,4})\b/g;

/** Signs that hide or turn text round. */
const unseen = /(?![\n\t])[\p{Cc}\p{Cf}]/u;

/** A place-holder for something that was taken out of a prompt, and for which nothing stands. */
const placeholder = /\[(?:NAME|ID|DATE)-\d+\]/;

/** Whether words speak to a machine. Such words in a document are of no use to a reader, and are no evidence. */
export const isInstruction = (text: string): boolean => instruction.test(text);

export type TextRules = {
  readonly longest: number;
  /** The letter of an appellant may speak of the denial that it is about. */
  readonly mayNameDecision?: true;
  /** Codes of the case itself. */
  readonly codes: ReadonlySet<string>;
};

/** Why words of a model may not be shown to a person as a suggestion. */
export const forbiddenIn = (text: string, rules: TextRules): DropReason | undefined => {
  if (text.trim() === '' || unseen.test(text) || placeholder.test(text)) return 'malformed';
  if (text.length > rules.longest) return 'tooLong';
  if (isInstruction(text)) return 'instruction';
  if (link.test(text)) return 'link';
  if (!rules.mayNameDecision && decision.test(text)) return 'decision';
  if (administrative.test(text)) return 'administrative';
  return [...text.matchAll(codes)].some((m) => !rules.codes.has(m[0])) ? 'codeUnknown' : undefined;
};
