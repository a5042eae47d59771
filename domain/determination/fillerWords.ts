/** Words that a reason may use and that say nothing about one member: grammar, and the trade's set phrases. */
export const fillerWords: ReadonlySet<string> = new Set(
  `a about above according account accordance after all also although am an and any are as at be because been before being below both but by
can cannot could did do does doesn't done due each either enough etc for from further had has have he her here herein hers him his how however i if in
into is isn't it its it's itself may me met meet meets meeting might more must my need needed needs no nor not now of on once one only or other our out over
per please regarding same see shall she should since so some such than that the their them then there therefore these they this those through thus to
too under unless until up upon us very was we were what when where which while who why will with within without would yes you your yours
adverse appropriate appropriateness approval approve approved assessed authorization authorized authorize available basis based benefit benefits care case claim clinical
clinically code codes company consider considered consistent coverage covered criteria criterion decide decided decision decline declined deemed
demonstrate demonstrated denial denied deny denying determination determine determined diagnosis director doctor documentation documented
document documents does establish established evidence fail failed fails find finding findings form found given guidance guideline guidelines health
information insufficient insurance item items justification justified justify lack lacking lacks level limits made medical medically member members
member's necessary necessity notes patient patient's patients physician plan plan's policies policy procedure process provide provided provider provider's qualify qualified
qualifies rationale reason reasonable reasonably reasons received recommendation recommended record records refer reference rejected request requested requests require required requirement
requirements requires result review reviewed reviewer satisfied satisfy satisfies section send sent service services setting show showed shown shows specific standard standards
submitted submission sufficient summary support supported supporting supports team terms time treatment unable unmet used using warrant warranted`.split(
    /\s+/,
  ),
);

/** Text that somebody meant to replace. Matched against lower-case text. */
export const placeholders: readonly RegExp[] = [
  /\{\{|\}\}/u,
  /[[<](?:insert|enter|add|reason|rationale|member|patient|text|date)\b[^\]>]*[\]>]/u,
  /\blorem ipsum\b/u,
  /^(?:x+|tbd|todo|n\/?a|none|test|see (?:above|below|notes?|attached|rationale)|same as above|as above|pending|\.+)[.!]?$/u,
  /^(\p{L})\1{3,}$/u,
];
