import type { NoticeBlock, NoticeDocument, NoticeSection } from '@openum/domain/notice/document.ts';
import { letterStyle } from './style.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => entities[c] ?? c);

const lines = (texts: readonly string[]): string => texts.map(escaped).join('<br>');

const blockHtml = (block: NoticeBlock): string => {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${block.lead ? `<strong>${escaped(block.lead)}</strong> ` : ''}${escaped(block.text)}</p>`;
    case 'callout':
      return `<div class="callout"><p><strong>${escaped(block.label)}</strong></p><p>${escaped(block.text)}</p></div>`;
    case 'quote':
      return `<div class="reason"><p><strong>${escaped(block.label)}</strong></p>${block.paragraphs
        .map((p) => `<p dir="auto">${escaped(p)}</p>`)
        .join('')}</div>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      const lead = block.lead ? `<p><strong>${escaped(block.lead)}</strong></p>` : '';
      return `${lead}<${tag}>${block.items.map((i) => `<li>${escaped(i)}</li>`).join('')}</${tag}>`;
    }
    case 'table':
      return `<div class="wide" role="region" tabindex="0" aria-label="${escaped(block.caption)}"><table><caption>${escaped(block.caption)}</caption><thead><tr>${block.columns
        .map((c) => `<th scope="col">${escaped(c)}</th>`)
        .join('')}</tr></thead><tbody>${block.rows
        .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
        .join('')}</tbody></table></div>`;
    case 'translations':
      return block.entries
        .map((e) => `<p class="offer" lang="${escaped(e.language)}" dir="${e.direction}">${escaped(e.text)}</p>`)
        .join('');
  }
};

const sectionHtml = (section: NoticeSection): string =>
  `<section><h2>${escaped(section.heading)}</h2>${section.blocks.map(blockHtml).join('\n')}</section>`;

const sectionsHtml = (sections: readonly NoticeSection[]): string => sections.map(sectionHtml).join('\n');

/**
 * The same letter for a screen reader, a browser or a phone: one file, no script, no outside resource.
 * Its one `<style>` needs `style-src` with the hash of `letterStyle`, or `'unsafe-inline'` in a sandboxed frame.
 */
export const renderHtml = (d: NoticeDocument): string => `<!doctype html>
<html lang="${escaped(d.language)}" dir="${d.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(d.title)}</title>
<style>${letterStyle}</style>
</head>
<body class="${d.format}">
<header>
<p class="plan">${escaped(d.plan.name)}</p>
<address>${lines([...d.plan.addressLines, `${d.plan.phone} (TTY ${d.plan.tty})`])}</address>
</header>
<main>
<p class="addressee">${lines(d.addressee)}</p>
<p><time datetime="${escaped(d.date)}">${escaped(d.dateText)}</time></p>
<h1>${escaped(d.title)}</h1>
<dl>${d.reference.map((r) => `<div><dt>${escaped(r.label)}</dt><dd>${escaped(r.value)}</dd></div>`).join('')}</dl>
<p>${escaped(d.salutation)}</p>
${sectionsHtml(d.sections.filter((s) => !s.enclosure))}
<p class="closing">${lines(d.closing)}</p>
${sectionsHtml(d.sections.filter((s) => s.enclosure))}
</main>
<footer><p>${escaped(d.footer)}</p></footer>
</body>
</html>
`;
