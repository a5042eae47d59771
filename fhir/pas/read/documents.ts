import type { BundleIndex, Entry } from '../../bundle.ts';
import { codingsOf, extensionOf, wordsOf } from '../../coding.ts';
import { type JsonObject, objectAt, objects, textAt } from '../../json.ts';
import { pasExtension } from '../../systems.ts';
import type { SubmittedDocument } from '../submission.ts';

const anyType = 'application/octet-stream';

const reportTypeOf = (info: JsonObject): string | undefined => {
  const information = extensionOf(info, pasExtension('documentInformation'));
  return codingsOf(extensionOf(information, 'reportTypeCode')?.valueCodeableConcept)[0]?.code;
};

const reportTypes = (index: BundleIndex, claim: Entry): ReadonlyMap<Entry, string> => {
  const found = new Map<Entry, string>();
  for (const info of objects(claim.resource.supportingInfo)) {
    const target = index.follow(claim, info.valueReference);
    const type = reportTypeOf(info);
    if (target && type) found.set(target, type);
  }
  return found;
};

const files = (entry: Entry, reportType: string | undefined): readonly SubmittedDocument[] => {
  const date = textAt(entry.resource, 'date');
  return objects(entry.resource.content).flatMap((content) => {
    const file = objectAt(content, 'attachment');
    const data = textAt(file, 'data');
    if (data === undefined) return [];
    return [
      {
        fullUrl: entry.fullUrl,
        title:
          textAt(file, 'title') ?? textAt(entry.resource, 'description') ?? wordsOf(entry.resource.type) ?? 'Document',
        contentType: textAt(file, 'contentType') ?? anyType,
        bytes: Uint8Array.fromBase64(data),
        ...(reportType ? { reportType } : {}),
        ...(date ? { date } : {}),
      },
    ];
  });
};

/** Every file of every DocumentReference, except those marked as entered in error. */
export const readDocuments = (index: BundleIndex, claim: Entry): readonly SubmittedDocument[] => {
  const types = reportTypes(index, claim);
  return index.entries
    .filter((e) => e.type === 'DocumentReference' && e.resource.status !== 'entered-in-error')
    .flatMap((e) => files(e, types.get(e)));
};
