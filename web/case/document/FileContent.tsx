import css from '../case.module.css';
import { FhirView } from './FhirView.tsx';
import type { Opened } from './useDocument.ts';

type Props = {
  readonly opened: Opened;
  readonly title: string;
  /** Looked for in it, where it can be searched. */
  readonly find?: string | undefined;
};

/** A file as far as a browser can show it. */
export const FileContent = ({ opened, title, find }: Props) => {
  const { contentType, url, text } = opened;
  if (contentType === 'application/pdf')
    return <iframe className={css.frame} src={`${url}#navpanes=0&view=FitH`} title={title} />;
  if (contentType.startsWith('image/') && contentType !== 'image/tiff')
    return <img src={url} alt={title} style={{ maxInlineSize: '100%' }} />;
  if (contentType === 'text/html') return <iframe className={css.frame} sandbox="" srcDoc={text ?? ''} title={title} />;
  if (/json$/.test(contentType) && text !== undefined) return <FhirView key={find} text={text} find={find} />;
  if (text !== undefined) return <div className={css.prewrap}>{text}</div>;
  return (
    <p>
      This kind of file ({contentType}) cannot be shown here.{' '}
      <a href={url} download={title}>
        Save it
      </a>
    </p>
  );
};
