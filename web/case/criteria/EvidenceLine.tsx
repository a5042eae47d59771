import { Anchor } from '@mantine/core';
import type { Fact } from '@openum/domain/fact/fact.ts';
import { isWithheld } from '@openum/domain/part2/withhold.ts';
import { samePlace } from '../../document/pick.ts';
import css from '../case.module.css';
import { useDesk } from '../desk.ts';
import tree from './criteria.module.css';
import { qualifierWords, sourceWords, valueWords } from './factWords.ts';
import { useLeafExtras } from './leafExtras.ts';

/** One fact: what, how much, when, under which circumstances, and where it was read. */
export const EvidenceLine = ({ fact }: { readonly fact: Fact }) => {
  const { view, openDocument, documentId: shown, place } = useDesk();
  const { isNew } = useLeafExtras();
  const known = view.factLabels[fact.key];
  const qualifiers = qualifierWords(fact.qualifiers);
  const source = sourceWords(fact.source, view.state.documents);
  const { documentId, fullUrl } = source;
  const { messageId } = view.state.request;
  const isShown = documentId !== undefined && documentId === shown && samePlace(source.place, place);
  const code =
    fact.value.kind === 'code' ? known?.options?.find((o) => o.value === fact.value.value)?.label : undefined;
  return (
    <div className={tree.evidence} {...(isShown ? { 'data-shown': true } : {})}>
      <span>
        {known?.label ?? fact.key} <b>{code ?? valueWords(fact.value)}</b>
      </span>
      {isNew?.(fact.id) && <span className={tree.new}>New</span>}
      {!isWithheld(fact) && <span>{fact.at ? fact.at.slice(0, 10) : 'undated'}</span>}
      {qualifiers && <span>{qualifiers}</span>}
      <span className={css.quiet}>
        {isWithheld(fact) ? (
          'open to those who may open its document'
        ) : fullUrl && messageId ? (
          <Anchor
            component="button"
            type="button"
            size="xs"
            title={fullUrl}
            onClick={() => openDocument(messageId, fullUrl)}
          >
            {source.text}
          </Anchor>
        ) : documentId ? (
          <Anchor
            component="button"
            type="button"
            size="xs"
            onClick={() => openDocument(documentId, undefined, source.place)}
          >
            {source.text}
          </Anchor>
        ) : (
          source.text
        )}
        {source.detail && !isWithheld(fact) && <span className={css.break}>: {source.detail}</span>}
      </span>
    </div>
  );
};
