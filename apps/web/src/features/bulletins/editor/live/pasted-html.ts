import { wordItem, type WordItem } from './pasted-text';

const noise = 'style, script, title, meta, link, xml, o\\:p, [style*="display:none"], [style*="mso-element:comment"]';

/** Struck-out and put-in words of other programs: what counts there is what is not struck out. */
const struck = 'del, s, strike, [style*="line-through"]';

/** Word writes list items as paragraphs that only look like a list; here they become one. */
function markerOf(paragraph: HTMLElement): { marker: string; remove: () => void } {
  const ignored = paragraph.querySelector<HTMLElement>('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]');
  return { marker: ignored?.textContent ?? '', remove: () => ignored?.remove() };
}

function listsFromWord(root: HTMLElement): void {
  let open: { list: HTMLElement; item: WordItem }[] = [];
  let last: Element | null = null;
  for (const paragraph of root.querySelectorAll<HTMLElement>('p')) {
    const { marker, remove } = markerOf(paragraph);
    const item = wordItem(paragraph.getAttribute('style') ?? '', marker);
    if (item === null) {
      open = [];
      last = null;
      continue;
    }
    remove();
    if (last !== null && paragraph.previousElementSibling !== last) open = [];
    open = open.filter((level) => level.item.level <= item.level);
    if (open.at(-1)?.item.level === item.level && open.at(-1)?.item.isOrdered !== item.isOrdered) open.pop();
    const current = open.at(-1);
    const list = current?.item.level === item.level ? current.list : beginList(paragraph, item, current?.list);
    if (list !== current?.list) open = [...open, { list, item }];
    const entry = document.createElement('li');
    const words = document.createElement('p');
    words.append(...paragraph.childNodes);
    entry.append(words);
    list.append(entry);
    last = open[0]?.list ?? null;
    paragraph.remove();
  }
}

function beginList(paragraph: HTMLElement, { isOrdered }: WordItem, outer: HTMLElement | undefined): HTMLElement {
  const list = document.createElement(isOrdered ? 'ol' : 'ul');
  const parent = outer?.lastElementChild;
  if (parent) parent.append(list);
  else paragraph.before(list);
  return list;
}

/** Google Docs and others put lists straight into lists. */
function nestLists(root: HTMLElement): void {
  for (const list of root.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol')) {
    const before = list.previousElementSibling;
    if (before?.tagName === 'LI') before.append(list);
  }
}

/** HTML from the clipboard as plain blocks: Word's lists made lists, comments and hidden parts taken out. */
export function cleanPastedHtml(html: string): string {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  for (const element of body.querySelectorAll(noise)) element.remove();
  for (const element of body.querySelectorAll(struck)) element.remove();
  listsFromWord(body);
  nestLists(body);
  for (const cell of body.querySelectorAll('td, th')) cell.replaceWith(...blocksOf(cell));
  return body.innerHTML;
}

/** A table's cells become paragraphs: no text here has tables. */
function blocksOf(cell: Element): ChildNode[] {
  const paragraph = document.createElement('p');
  paragraph.append(...cell.childNodes);
  return [paragraph];
}
