/** An expected "no": a value, not an exception. `facts` fill the sentence and the wire; they carry no health information. */
export type Refusal = {
  readonly kind: 'refusal';
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, string | number | readonly string[]>>;
};

export const refuse = (code: RefusalCode, facts: Refusal['facts'] = {}): Refusal => ({ kind: 'refusal', code, facts });

/** A field whose value breaks a rule; the rule is said in words. */
export const invalid = (field: string, problem: string): Refusal => refuse('fieldInvalid', { field, problem });

export const isRefusal = (x: unknown): x is Refusal =>
  typeof x === 'object' && x !== null && (x as { kind?: unknown }).kind === 'refusal';

/** Each code with the sentence a person reads. `{name}` is filled from `facts`. */
export const refusalText = {
  caseExists: 'This case has already been received.',
  caseNotFound: 'There is no such case, or you may not see it.',
  staleVersion:
    'Somebody else changed this case after you opened it. Your text is kept; look at what changed and send again.',
  notAllowedInStatus: 'This cannot be done while the case is {status}.',
  roleMissing: 'This needs one of these roles: {roles}.',
  personRequired: 'This act must be done by a person, not by a system.',
  notQualified: 'A determination against the request needs a physician. Your profile says: {profession}.',
  licenceMissing: 'No active, unrestricted licence for {state} on {date}. Another physician must decide.',
  specialtyMissing: 'The rule asks for one of these specialties: {specialties}.',
  boardCertificationMissing: 'The rule asks for a board certification ({citation}). Your profile names none.',
  conflictDeclared:
    'You declared a conflict of interest with {with}. Hand the case over; another physician must decide.',
  conflictOfInterest: 'You are the requesting or servicing provider of this case. Another physician must decide.',
  attestationMissing: 'Confirm that you have no conflict of interest and that you reviewed the record.',
  evidenceNotOpened: 'Open these before you decide against the request: {documents}.',
  rationaleMissing: 'Field {field}: write the reason in your own words.',
  rationaleTooGeneric: "Field {field}: say what in this member's record led to the decision; {problem}.",
  reasonCodeMissing: 'Item {item}: choose at least one decision reason.',
  reasonCodeUnknown: 'Item {item}: {code} is not a decision reason code.',
  criteriaMissing:
    'Item {item}: a decision for medical necessity names the criteria that it rests on, and none have been read for this item (42 CFR 422.101(b)(6)).',
  reductionIsAdverse:
    'Item {item}: fewer units, fewer days or another service than requested is not an approval. Choose partial approval or modification.',
  notAReduction: 'Item {item}: a partial approval must grant less than was requested, and something.',
  modificationOfNothing:
    'Item {item}: a modification authorizes another service or level of care than the requested one. For less of the same, approve in part.',
  authorizationMissing: 'Item {item}: say what is authorized: service, dates, and units where the request had units.',
  authorizationNotAllowed: 'Item {item}: a denied item has nothing authorized.',
  itemUnknown: 'Item {item} is not in this request.',
  itemRepeated: 'Item {item} is named twice.',
  itemAlreadyDetermined: 'Item {item} has been decided. A decided item changes only through an appeal or a reopening.',
  itemsMissing: 'Name at least one item.',
  fieldMissing: 'Field {field} is missing.',
  fieldInvalid: 'Field {field}: {problem}.',
  factSourceMissing: 'Fact {fact} has no source.',
  part2Closed:
    'These records of substance use treatment are protected ({citation}). They open to these roles: {roles}.',
  documentUnknown: 'Document {document} is not in this case.',
  informationRequestUnknown: 'There is no open information request {request}.',
  informationRequestEnded:
    'This request for information has been answered, or is over. Nothing more is taken by this link; call the plan.',
  linkUnknown: 'There is no such link in this case.',
  otherInformationRequest: 'This link is for one request for information and for nothing else.',
  factsByLink: 'An answer by a link brings words and files; people of the plan record facts from them.',
  informationRequestOpen: 'An information request is already open; receive its answer or let it run.',
  alreadyAssigned: '{name} already has this case.',
  notAssigned: 'Nobody has this case.',
  remindsThemselves: 'You have this case yourself.',
  physicianBarred: '{name} may not decide this case: {reason}.',
  physicianUnknown: 'There is no such active person at the review desk.',
  physicianFindingNoted: 'Nothing has changed since a physician was last looked for.',
  notReferred: 'No line of this case waits for a physician.',
  assignedToAnother: '{name} has this case. Ask for it, or let a lead reassign it.',
  urgencyUnchanged: 'The request is already {urgency}.',
  physicianRequestMustBeExpedited:
    'A physician asked for expedited review; it cannot be made standard (42 CFR 422.570(c)(2)(ii)).',
  receiptInFuture: 'The time of receipt cannot lie in the future.',
  clockUnknown: 'Clock {clock} is not on this case.',
  clockStopped: 'What {rule} waited for has happened; its clock no longer runs.',
  clockPastDue: '{rule} is past due. An extension must come before.',
  clockAlreadyExtended: '{rule} allows one extension, and it has been used.',
  extensionNotAllowed: '{rule} allows no extension.',
  extensionGroundUnknown: 'That is no ground for an extension under {rule}. Its grounds: {grounds}.',
  extensionTooLong: '{rule} allows an extension of at most {max}.',
  deadlineNotMissed: '{rule} has not been missed.',
  deadlineAlreadyNoted: 'That {rule} was missed stands in the record.',
  noticeWithoutLapse: 'Clock {clock} has not lapsed in a way that wants a letter.',
  noticeWithoutExtension: 'Clock {clock} has no extension to give notice of.',
  intentToDenyMissing:
    'Item {item}: record the intent to deny first; after the decision a peer-to-peer can no longer change it ({citation}).',
  peerToPeerOfferMissing:
    'Item {item}: the treating clinician must be offered a peer-to-peer before a decision against the request ({citation}).',
  peerToPeerOpen:
    'Item {item}: a peer-to-peer is open until {until} ({citation}). Hold it, or record that it was declined or missed.',
  peerToPeerOutcomeMissing:
    'Item {item}: a peer-to-peer was agreed for {at}. Record what happened before deciding against the request.',
  peerToPeerAlreadyOpen: 'Item {item}: a peer-to-peer is already open.',
  talkWordKnown: 'The payer said so before.',
  talkSaidByPayer: 'The payer offered this talk over the line already: it stands among the peer-to-peers.',
  peerToPeerUnknown: 'There is no such peer-to-peer in this case.',
  peerToPeerTold: 'That reminder of the peer-to-peer was given before.',
  peerToPeerEnded: 'This peer-to-peer has ended or is no longer needed.',
  peerToPeerWindowClosed: 'The window of this peer-to-peer closed at {at}.',
  peerToPeerNotYetMissed:
    'It cannot be missed before the agreed time has begun or, without an agreed time, before the window has closed.',
  otherPeerToPeer: 'This link is for another conversation.',
  coverageEndPlanned: 'An end of coverage on {on} is planned already. Take it back first, or let it stand.',
  coverageEndNotMedicare:
    'A planned end is for Medicare. For other lines of business an authorization is reduced, with notice in advance.',
  coverageEndUnknown: 'There is no such end of coverage, or it no longer stands.',
  coverageEndDecided: 'This end was decided and has its letter. An appeal or a new decision changes it.',
  nothingToReduce: 'Item {item}: nothing is authorized that could be reduced.',
  authorizationIsLeast:
    'Item {item}: one day or unit is authorized; less of it would be a denial, not a shorter authorization.',
  authorizationOver: 'Item {item}: what was authorized ended on {end}; care already given is not cut afterwards.',
  advanceNoticeShort:
    'The member must be told in advance: the last covered day cannot come before {earliest} ({citation}).',
  advanceNoticeException: 'That is no ground for less notice. The rule knows: {grounds}.',
  qioReviewOpen: 'The quality improvement organization is reviewing this end already.',
  noticeWithoutExplanation: 'No end of coverage was explained that such a letter would tell of.',
  qioReviewUnknown: 'There is no such review that waits for an answer.',
  caseManagementReferred: '{by} has referred this to case management for the same reason, and that referral is open.',
  caseManagementUnknown: 'There is no such case-management referral in this case.',
  caseManagementAccepted: '{name} of case management has taken this referral.',
  caseManagementClosed: 'This referral to case management is closed.',
  templateUnknown: 'There is no such version of this template.',
  templateNotApproved: 'A second person must approve this version first.',
  templateNotPublished: 'Version {version} is not published.',
  templateClosed: 'Version {version} is past that step. Write a new version.',
  templateLacks: 'This version lacks what the rules demand of the letter: {elements}.',
  criteriaUnknown: 'There is no such version of this criteria set.',
  criteriaOpen: 'Version {version} is still open. Publish it or throw it away before you begin another.',
  criteriaClosed: 'Version {version} is past that step. Take it back, or begin a new version.',
  criteriaNotApproved: 'A second person must approve version {version} first.',
  criteriaNotPublished: 'Version {version} is not published.',
  criteriaUnsound: 'This is to be mended first: {problems}.',
  replayMissing: 'Read a replay of version {version} over past cases first, or write why it goes without one.',
  secondPersonRequired: 'You wrote at this text. Somebody else must approve it.',
  dialBasisForbidden:
    'Automatic approval may not rest on that: a request is judged by its own record, never by cost, averages of groups, productivity of reviewers or a rate of denials.',
  dialChangeUnknown: 'There is no such change.',
  dialChangeSettled: 'This change is confirmed or declined already. Propose another.',
  dialSecondPerson: 'You proposed this change. Somebody else must confirm it.',
  noticeUnknown: 'There is no such letter in this case.',
  deliveryOutOfOrder: 'That cannot be said of a letter that is {status}.',
  stayMissing: 'This case is about no stay.',
  stayExists: 'This case holds a stay already.',
  stayCancelled: 'The admission was cancelled.',
  stayEnded: 'The member was discharged at {at}. Days already given are asked for as a retrospective review.',
  notDischarged: 'No discharge has been recorded.',
  levelUnchanged: 'The member is at this level of care already.',
  daysAlreadyAsked: 'Some of these days are asked for, or authorized at this level of care, in item {item}.',
  duplicateUnknown: 'No such possible duplicate was found for this case.',
  duplicateRuledOut: '{name} has already said that {case} is another request.',
  documentKindUnchanged: '{document} is already that kind of document.',
  noticeWithoutRefusal: 'No request to expedite was refused in this case.',
  noRoute: 'No rule of routing fits this case. Assign it to somebody, or add a rule under Teams.',
  arrivalNotFound: 'There is no such message, or you may not see it.',
  arrivalIsACase: 'This message is case {case} already.',
  arrivalSettled: '{name} has settled this message already.',
  appealLevelUnavailable: '{level} is not open to this line.',
  appealItemNotAdverse: 'Item {item} has no decision against the member to appeal.',
  appealAlreadyOpen: 'Item {item}: appeal {appeal} is open.',
  appealLevelUsed: 'Item {item}: {level} has been used by appeal {appeal}.',
  appealPartyNotAllowed: 'The law does not let a {party} file {level} in this matter.',
  appealTooEarly: '{level} comes after the level before it has ended against the member or counts as used up.',
  appealUnknown: 'There is no such appeal in this case.',
  appealEnded: 'This appeal has ended: {status}.',
  appealIsExternal: '{body} is decided outside the plan; this act belongs to the plan’s own review.',
  appealNotExternal: 'This appeal is decided by the plan itself.',
  appealStandingNotNeeded: 'Nothing is missing from who files this appeal.',
  appealStandingMissing: 'The appeal waits for what its filer must hand in ({needs}); it cannot be decided before.',
  appealLateUndecided: 'The appeal came after its window. Decide first whether there was good cause.',
  appealNotLate: 'Nothing about lateness is to be decided for this appeal.',
  expediteNotOffered: '{level} has no expedited form.',
  appealExpediteBinds: 'A physician asked for an expedited decision; at {level} that binds the plan.',
  exhibitKnown: '{title} is an exhibit already.',
  appealReviewerTookPart: '{name} took part before ({how}) and may not decide this appeal against the member.',
  appealReviewerSubordinate: '{name} works under {superior}, who took part before ({how}).',
  appealNotTheReviewer: 'Only the reviewer of this appeal may leave the denial standing. The reviewer is {name}.',
  appealEvidenceNotShared:
    'The decision rests on new evidence or a new reason. Give it to the member first, with time to answer (45 CFR 147.136(b)(2)(ii)(C)).',
  appealAnswerAwaited: 'The member has until {until} to answer the new evidence.',
  appealOverturnInPart:
    'Item {item}: an overturned denial authorizes all that was asked for. For less, overturn in part.',
  appealPartIsWhole: 'Item {item}: this authorizes all that was asked for. Overturn the denial.',
  appealLineMissing: 'Item {item} of the appeal has no outcome.',
  appealAlreadyForwarded: 'The file of this appeal has gone out.',
  appealNotForwarded: 'Record first that the file went to who decides.',
  appealNothingToEffectuate: 'There is no reversal of this appeal left to put into effect.',
  aidContinuingNotOffered: '{level} has no right to go on with care during the appeal.',
  aidContinuingDecided: 'Whether care goes on has been decided for this appeal.',
  aidContinuingPartyNotAllowed: 'This party may not ask that care goes on ({citation}).',
  aidContinuingAskedLate: 'It was asked for after the time for it had passed ({citation}).',
  aidContinuingNotAuthorized: 'Only care that was authorized before goes on during the appeal ({citation}).',
  aidContinuingNotRunning: 'No care goes on because of this appeal.',
  reconsiderationOpen: 'Item {item}: a reconsideration is open.',
  reconsiderationNotOffered: 'In this line of business only an appeal or a reopening changes a decision.',
  reconsiderationUnknown: 'There is no such open reconsideration in this case.',
  noticeWithoutAppeal: 'Nothing in the record of an appeal asks for this letter.',
  approvalLocked:
    'Item {item}: the approval binds the plan{until} ({citation}). It can be taken back only for: {exceptions}.',
  notReopenable: 'Item {item}: only a decision that grants something is reopened; a denial is taken up by an appeal.',
  episodeExists: 'This episode has been opened already.',
  patientPresent:
    'The patient is in the practice already: episode {episode}. Change the level of care there, or discharge first.',
  episodeNotFound: 'There is no such episode, or you may not see it.',
  decidedAtPractice:
    'What care a patient gets, and when it ends, is decided and written down by people of the practice itself.',
  verificationRepeated: 'These benefits stand in the record already.',
  payerFileNotFound: 'There is no such file, or you may not see it.',
  episodeNotDischarged: 'The patient has not been discharged.',
  coverageUnknown: 'This coverage is not on the episode.',
  coverageOrderTaken: '{payer} is already the payer number {order}.',
  serviceRepeated: 'The service {code} of {on} is recorded already. Correct its units instead of adding it again.',
  serviceUnknown: 'There is no such service on this episode, or it was withdrawn.',
  serviceBilled: 'The service of {on} has been billed already.',
  serviceUncovered:
    'Nothing covers the service of {on} ({state}). Record the authorization first, or let a named person say why it goes through.',
  submissionUnknown: 'There is no such submission on this episode.',
  submissionRepeated: 'This submission is recorded already.',
  submissionAnswered: 'The payer has answered this submission. Record a new one.',
  authorizationRepeated: 'Authorization {number} is recorded already for that level and first day.',
  authorizationUnknown: 'There is no such valid authorization on this episode.',
  denialUnknown: 'There is no such denial on this episode.',
  denialRepeated: 'This denial is recorded already.',
  practiceAppealUnknown: 'There is no such appeal that was sent.',
  practiceAppealSent: 'This appeal has been sent; a further level is an appeal of its own.',
  practiceAppealAnswered: 'This appeal has its answer.',
  episodeDocumentUnknown: 'There is no such document in this episode, or it was taken back.',
  documentNotBound: '{title} cannot be bound in: {problem}. Leave it out, or add another file of it.',
  appealInBrackets: 'Replace what stands in brackets before the appeal goes: {open}.',
  appealNotBound: 'Bind the letter as it stands with its exhibits first.',
  packetUnknown: 'There is no such packet in this episode.',
  packetSent: 'This packet has gone. Make another one for what comes next.',
  documentRepeated: 'This file is in the episode already, as {title}.',
  claimUnknown: 'No service of this episode was billed on that claim.',
  remittanceRepeated: 'This payment has been applied to the claim already.',
  modelOff: 'The model makes no suggestions here: {why}.',
  switchUnchanged: 'This is {state} already.',
  suggestionUnknown: 'There is no such suggestion for this case.',
  suggestionAnswered: '{name} has answered this suggestion already.',
  suggestionGone: 'The words that it rested on do not stand on that page any more.',
  noticeWithoutDetermination: 'Item {item} has no determination to give notice of.',
} as const;

export type RefusalCode = keyof typeof refusalText;

/** The sentence for a refusal, filled in. */
export const refusalSentence = (r: Refusal): string =>
  refusalText[r.code].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = r.facts[name];
    return value === undefined ? whole : Array.isArray(value) ? value.join(', ') : String(value);
  });
