import type { IssuedNotice } from '@openum/domain/case/event.ts';
import type { NoticeDocument } from '@openum/domain/notice/document.ts';
import { missingElements } from '@openum/domain/notice/matrix.ts';
import type { Casework } from '../casework.ts';
import { type Reader, wayOnRecord } from '../delivery/reader.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Append } from '../port/caseStore.ts';

/** What a letter is about, before it is written. */
export type About = Omit<
  IssuedNotice,
  'noticeId' | 'templateId' | 'templateVersion' | 'language' | 'pdfSha256' | 'htmlSha256' | 'channel'
>;

export type RenderedLetter = {
  readonly issued: IssuedNotice;
  readonly file: NonNullable<Append['notices']>[number];
};

/** A letter as files, with what the case keeps of it. Throws when it lacks what a rule demands: such a letter does not go out. */
export const renderLetter = async (
  { renderer, environment }: Casework,
  knowledge: Knowledge,
  about: About,
  document: NoticeDocument,
  reader: Reader,
): Promise<RenderedLetter> => {
  const missing = missingElements(document, knowledge.notices.matrix);
  if (missing.length > 0) throw new Error(`a letter lacks ${missing.map((m) => m.element).join(', ')}`);
  const { noticeId, templateId, templateVersion, language, format } = document;
  const template = knowledge.notices.templates.find((t) => t.id === templateId && t.version === templateVersion);
  const { pdf, html, pdfSha256, htmlSha256 } = await renderer.render(document);
  return {
    issued: {
      ...about,
      ...wayOnRecord(reader),
      noticeId,
      templateId,
      templateVersion,
      ...(template ? { templateSha256: environment.sha256Hex(JSON.stringify(template)) } : {}),
      language,
      ...(format === 'standard' ? {} : { format }),
      pdfSha256,
      htmlSha256,
    },
    file: { noticeId, pdf, html },
  };
};
