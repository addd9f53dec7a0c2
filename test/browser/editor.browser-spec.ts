import type { Locator, Page } from 'playwright-core';
import type { SectionKind } from '@domain/bulletins/bulletin';
import { sectionHash } from '@domain/bulletins/section-hash';
import { fromPlainText, toHtml, type RichText } from '@domain/text/rich-text';
import { bulletinDesk, doc, sectionOf, type SectionView } from '../support/bulletin-desk';
import type { SignedIn } from '../support/app';
import { startBrowserTest, type BrowserTest, type Visit } from '../support/browser/browser';
import { eventually as waitUntil } from '../support/shared-section';
import { buildWorld, type World } from '../support/world';

const words = 'Bugün bin kişi zeytin topladı. Şenlik akşam sürüyor.';
const quick = 30_000;
jest.setTimeout(240_000);

let browser: BrowserTest;
let world: World;
let desk: ReturnType<typeof bulletinDesk>;
let bulletinId = '';
let lead: SignedIn;
let partner: SignedIn;

/** A joint bulletin of Edremit with Ayvalık, whose paragraphs have these words. */
async function begin(): Promise<void> {
  world = await buildWorld(browser.test);
  lead = world.directors.edremit;
  partner = world.directors.ayvalik;
  const created = await desk.create({ kind: 'BULLETIN', headline: 'Körfezde hasat' }, lead);
  bulletinId = created.bulletin?.id ?? '';
  await desk.invite(bulletinId, [world.officeIds.ayvalik], lead);
  await desk.share(bulletinId, lead);
  await desk.accept(bulletinId, partner);
  const { id, version } = await section('LEAD');
  await desk.editSection(bulletinId, id, { content: doc(words), expectedVersion: version }, lead);
  const owned = { kind: 'OFFICE', officeId: world.officeIds.ayvalik, content: doc('Ayvalık kıyısı temizlendi.') };
  await desk.addSection(bulletinId, owned, partner);
}

async function section(kind: string, officeId: string | null = null): Promise<SectionView> {
  return sectionOf(await desk.get(bulletinId, lead), kind, officeId);
}

const open = (as: SignedIn, visit: Visit = {}): Promise<Page> => browser.open(as, `/bultenler/${bulletinId}`, visit);

/** The text field of a section; live once it can be written. */
async function textOf(page: Page, kind: string, officeId: string | null = null) {
  const { id } = await section(kind, officeId);
  const text = page.locator(`#bolum-${id}`).getByRole('textbox').first();
  await text.waitFor({ timeout: quick });
  return text;
}

/** A browser under load may take its time. */
const eventually = <T>(read: () => Promise<T>, isSo: (value: T) => boolean, what: string): Promise<T> =>
  waitUntil(read, isSo, what, quick);

const storedText = async (kind: string, officeId: string | null = null) => (await section(kind, officeId)).text;

const stored = (kind: string, isSo: (text: string) => boolean, what: string, officeId: string | null = null) =>
  eventually(() => storedText(kind, officeId), isSo, what);

beforeAll(async () => {
  browser = await startBrowserTest();
  desk = bulletinDesk(browser.test);
});
beforeEach(async () => {
  await browser.reset();
  await begin();
});
afterAll(() => browser.close());

/** What a text field shows, without the names at the carets of others. */
function wordsIn(box: Locator): Promise<string> {
  return box.evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const widget of copy.querySelectorAll('.ProseMirror-widget, [contenteditable="false"]')) widget.remove();
    return copy.innerText.replaceAll(/[\u200B\u2060\uFEFF]/g, '').trim();
  });
}

/** Goes to the end of a section's text. */
async function toEnd(page: Page, kind: string, officeId: string | null = null) {
  const text = await textOf(page, kind, officeId);
  await text.click();
  await page.keyboard.press('Control+End');
  return text;
}

/** Pastes as the clipboard of another program gives it. */
async function paste(page: Page, kind: string, html: string, plain = '') {
  const text = await toEnd(page, kind);
  await text.evaluate(
    (element, clipboard) => {
      const clipboardData = new DataTransfer();
      if (clipboard.html !== '') clipboardData.setData('text/html', clipboard.html);
      clipboardData.setData('text/plain', clipboard.plain);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    { html, plain },
  );
}

/** The blocks of a stored section as one line each, with their marks. */
async function contentOf(kind: string): Promise<string> {
  const { data } = await browser.test.gql<{ bulletin: { sections: { kind: string; content: string }[] } }>(
    `query ($id: ID!) { bulletin(id: $id) { sections { kind content } } }`,
    { id: bulletinId },
    lead,
  );
  const found = data.bulletin.sections.find((one) => one.kind === kind);
  return toHtml(JSON.parse(found?.content ?? '') as RichText);
}

describe('writing in the browser', () => {
  it('brings the words of one to the other and to the server, whose hash is that of the words', async () => {
    const ours = await open(lead);
    const theirs = await open(partner);
    const other = await textOf(theirs, 'LEAD');

    await toEnd(ours, 'LEAD');
    await ours.keyboard.type(' Işıklar yandı.');
    await other.getByText('Işıklar yandı.').waitFor({ timeout: quick });
    await theirs.locator('.caret-name').getByText('edremit').waitFor({ timeout: quick });

    const expected = `${words} Işıklar yandı.`;
    expect(await stored('LEAD', (text) => text === expected, 'the store')).toBe(expected);
    await ours.getByText(/^Kaydedildi \d\d\.\d\d$/).waitFor({ timeout: quick });
    const { id, hash, kind, officeId } = await section('LEAD');
    const facts = { officeId, content: fromPlainText(expected), speaker: null, consent: null, attachments: [] };
    expect(hash).toBe(sectionHash({ kind: kind as SectionKind, ...facts }));
    await ours.goto(`/bultenler/${bulletinId}?gorunum=temiz`);
    await ours.locator(`#bolum-${id}`).getByText(expected).waitFor({ timeout: quick });
  });

  it('goes on for a minute without a network on one side, and loses nothing on either', async () => {
    const ours = await open(lead);
    const theirs = await open(partner);
    const box = await textOf(ours, 'LEAD');
    const other = await textOf(theirs, 'LEAD');
    await theirs.context().setOffline(true);
    await theirs.getByText('Çevrimdışı, bu cihazda saklanıyor').waitFor({ timeout: quick });

    await other.click();
    await theirs.keyboard.press('Control+Home');
    await theirs.keyboard.type('Körfezde ');
    await toEnd(ours, 'LEAD');
    await ours.keyboard.type(' İlgi yoğun.');
    await theirs.clock.fastForward(60_000);
    await theirs.keyboard.type('dün ve ');
    await theirs.context().setOffline(false);

    const expected = `Körfezde dün ve ${words} İlgi yoğun.`;
    expect(await stored('LEAD', (text) => text === expected, 'both')).toBe(expected);
    for (const one of [box, other]) {
      const shown = await eventually(
        () => wordsIn(one),
        (text) => text === expected,
        'both on the screen',
      );
      expect(shown).toBe(expected);
    }
    await theirs.getByText(/^Kaydedildi/).waitFor({ timeout: quick });
  });

  it('loses at most a second when the page is reloaded or closed while somebody types', async () => {
    const page = await open(lead);
    await toEnd(page, 'LEAD');
    await page.keyboard.type(' Önce yenilendi');
    await page.reload();
    await (await textOf(page, 'LEAD')).getByText('Önce yenilendi').waitFor({ timeout: quick });

    await page.context().setOffline(true);
    await page.getByText('Çevrimdışı, bu cihazda saklanıyor').waitFor({ timeout: quick });
    await toEnd(page, 'LEAD');
    await page.keyboard.type(', sonra kapandı.', { delay: 20 });
    await page.waitForTimeout(1_000);
    await page.close();
    await page.context().setOffline(false);
    const again = await page.context().newPage();
    await again.goto(`/bultenler/${bulletinId}`);

    const expected = `${words} Önce yenilendi, sonra kapandı.`;
    expect(await stored('LEAD', (text) => text === expected, 'what was written')).toBe(expected);
  });
});

describe('suggesting in the browser', () => {
  it('is how another office writes; what is accepted goes into the words, what is rejected does not', async () => {
    const { ayvalik } = world.officeIds;
    const theirs = await open(lead);
    const owner = await open(partner);
    await textOf(owner, 'OFFICE', ayvalik);

    await toEnd(theirs, 'OFFICE', ayvalik);
    await theirs.getByText(/^Öneri modu:/).waitFor({ timeout: quick });
    await theirs.keyboard.type(' Bin fidan dikildi.');
    await theirs.keyboard.press('Control+Home');
    await theirs.keyboard.type('Dün ');
    const card = (said: string) => owner.getByRole('article', { name: 'Öneri' }).filter({ hasText: said });
    await card('Bin fidan dikildi.').waitFor({ timeout: quick });
    await card('Dün').waitFor({ timeout: quick });
    expect(await storedText('OFFICE', ayvalik)).toBe('Ayvalık kıyısı temizlendi.');

    await card('Bin fidan dikildi.').getByRole('button', { name: 'Kabul et' }).click();
    await stored('OFFICE', (text) => text.endsWith('dikildi.'), 'the accepted words', ayvalik);
    await card('Dün').getByRole('button', { name: 'Reddet' }).click();
    await card('Dün').waitFor({ state: 'detached', timeout: quick });

    expect(await storedText('OFFICE', ayvalik)).toBe('Ayvalık kıyısı temizlendi. Bin fidan dikildi.');
    const text = await textOf(theirs, 'OFFICE', ayvalik);
    await theirs.locator('ins').first().waitFor({ state: 'detached', timeout: quick });
    expect((await text.innerText()).trim()).toBe('Ayvalık kıyısı temizlendi. Bin fidan dikildi.');
  });

  it('names who proposed something and left, and counts the words while they are written', async () => {
    const { ayvalik } = world.officeIds;
    const theirs = await open(lead);
    await toEnd(theirs, 'OFFICE', ayvalik);
    await theirs.keyboard.type(' Bin fidan dikildi.');
    await theirs.getByText(/^Kaydedildi/).waitFor({ timeout: quick });
    await theirs.context().close();

    const owner = await open(partner);
    await owner
      .getByRole('article', { name: 'Öneri: edremit PRESS_DIRECTOR' })
      .getByText('Bin fidan dikildi.')
      .waitFor({ timeout: quick });
    await toEnd(owner, 'HEADLINE');
    await owner.keyboard.type(' ve zeytin şenliği', { delay: 5 });
    const { id } = await section('HEADLINE');
    await owner.locator(`#bolum-${id}`).getByText('5 kelime, 32/90 karakter').waitFor({ timeout: quick });
  });

  it('undoes with Ctrl+Z what its author wrote, never what was decided, and brings back what an editor took out', async () => {
    const { ayvalik } = world.officeIds;
    const theirs = await open(lead);
    const owner = await open(partner);
    await textOf(owner, 'OFFICE', ayvalik);
    await toEnd(theirs, 'OFFICE', ayvalik);
    await theirs.keyboard.type(' Bin fidan dikildi.');
    await owner.getByRole('button', { name: 'Kabul et' }).click();
    await stored('OFFICE', (text) => text.endsWith('dikildi.'), 'the accepted words', ayvalik);
    await theirs.locator('ins').first().waitFor({ state: 'detached', timeout: quick });

    await theirs.keyboard.press('Control+z');
    await theirs.keyboard.type(' Son.');
    const proposed = (await textOf(theirs, 'OFFICE', ayvalik)).locator('ins');
    await proposed.getByText('Son.').waitFor({ timeout: quick });
    await theirs.keyboard.press('Control+z');
    await proposed.waitFor({ state: 'detached', timeout: quick });
    expect(await storedText('OFFICE', ayvalik)).toBe('Ayvalık kıyısı temizlendi. Bin fidan dikildi.');

    await theirs.keyboard.type(' Belki.');
    const card = owner.getByRole('article', { name: /^Öneri:/ }).filter({ hasText: 'Belki.' });
    await card.waitFor({ timeout: quick });
    const text = await toEnd(owner, 'OFFICE', ayvalik);
    await text.press('Control+a');
    await owner.keyboard.type('Yeni');
    await stored('OFFICE', (found) => found === 'Yeni', 'the new words', ayvalik);
    await card.waitFor({ state: 'detached', timeout: quick });
    await owner.keyboard.press('Control+z');
    await stored('OFFICE', (found) => found.endsWith('dikildi.'), 'the words that came back', ayvalik);
    await card.waitFor({ timeout: quick });
    expect(await owner.getByRole('textbox', { name: 'Sizin metniniz' }).count()).toBe(0);
  });

  it('takes letters that an input method composes, once, and a long text that is pasted', async () => {
    const { ayvalik } = world.officeIds;
    const theirs = await open(lead);
    const text = await toEnd(theirs, 'OFFICE', ayvalik);
    const keys = await theirs.context().newCDPSession(theirs);
    for (const composed of ['k', 'ka', 'kâ']) {
      await keys.send('Input.imeSetComposition', { text: composed, selectionStart: 2, selectionEnd: 2 });
    }
    await keys.send('Input.insertText', { text: 'kâr' });

    const made = await eventually(
      () => wordsIn(text),
      (found) => found.endsWith('kâr'),
      'the composed word',
    );
    expect(made).toBe('Ayvalık kıyısı temizlendi.kâr');
    const long = Array.from({ length: 400 }, (_, place) => `${place}. satır: ${'ışık '.repeat(48)}`).join('\n');
    expect(long.length).toBeGreaterThan(100_000);
    await paste(theirs, 'LEAD', '', long.slice(0, 95_000));
    await stored('LEAD', (found) => found.includes('300. satır'), 'the long text');
    expect(await storedText('OFFICE', ayvalik)).toBe('Ayvalık kıyısı temizlendi.');
  });

  it('keeps what was written when the words were decided meanwhile, and says why', async () => {
    const { ayvalik } = world.officeIds;
    const theirs = await open(lead);
    const owner = await open(partner);
    await toEnd(theirs, 'OFFICE', ayvalik);
    await theirs.keyboard.type(' Bin fidan');
    const accept = owner.getByRole('button', { name: 'Kabul et' });
    await accept.waitFor({ timeout: quick });
    await theirs.context().setOffline(true);
    await theirs.getByText('Çevrimdışı, bu cihazda saklanıyor').waitFor({ timeout: quick });
    await theirs.keyboard.type(' dikildi.');
    await accept.click();
    await stored('OFFICE', (text) => text.endsWith('Bin fidan'), 'the accepted words', ayvalik);

    await theirs.context().setOffline(false);

    const kept = theirs.getByRole('textbox', { name: 'Sizin metniniz' });
    await kept.waitFor({ timeout: quick });
    expect(await kept.inputValue()).toBe('Ayvalık kıyısı temizlendi. Bin fidan dikildi.');
    await theirs.getByText('Bu bölümün metnini doğrudan değiştiremezsiniz', { exact: false }).waitFor();
    expect(await storedText('OFFICE', ayvalik)).toBe('Ayvalık kıyısı temizlendi. Bin fidan');
    await theirs.getByRole('button', { name: 'Kapat', exact: true }).last().click();
    await theirs.getByText(/^Kaydedildi/).waitFor({ timeout: quick });
  });

  it('anchors a remark on words and shows it to whoever comes to them', async () => {
    const page = await open(lead);
    const other = await open(partner);
    await (await textOf(page, 'LEAD')).click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.press('Control+Shift+Y');
    await page.getByLabel('Yorumunuz').fill('Dün değil miydi?');
    await page.getByRole('button', { name: 'Yorum ekle' }).click();

    const marked = (await textOf(other, 'LEAD')).locator('[data-comment-id]').first();
    await marked.waitFor({ timeout: quick });
    await marked.click();

    await other
      .getByRole('article', { name: /^Yorum:/ })
      .getByText('Dün değil miydi?')
      .waitFor({ timeout: quick });
    expect(await storedText('LEAD')).toBe(words);
  });
});

describe('pasting', () => {
  it('takes words, lists, bold and links from Word, and leaves its page behind', async () => {
    const page = await open(lead);
    await paste(page, 'FACTS', wordHtml);

    const html = await eventually(
      () => contentOf('FACTS'),
      (found) => found.includes('Son'),
      'the pasted words',
    );
    expect(html).toBe(
      '<p>Belediye “zeytin” <strong>hasadı</strong> başladı.</p>'
        + '<ul><li><p>Bir</p><ul><li><p>Bir alt</p></li></ul></li><li><p>İki</p></li></ul>'
        + '<ol><li><p>Önce</p></li></ol>'
        + '<p>Son kötü <a href="https://edremit.bel.tr/hasat" rel="noopener nofollow">iyi</a></p>',
    );
  });

  it('takes a document of Google Docs, and messages as lines', async () => {
    const page = await open(lead);
    await paste(
      page,
      'FACTS',
      '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-weight:400">Program</span></h2><p><span style="font-weight:700;color:#f00">Saat 14.30</span><span>&nbsp;açılış</span></p><br></b>',
    );
    await paste(page, 'CLOSING', '', 'Ali: Işıklar tamam\n\nVeli: görüldü');

    await stored('CLOSING', (text) => text.includes('görüldü'), 'the messages');
    expect(await contentOf('FACTS')).toBe('<h2>Program</h2><p><strong>Saat 14.30</strong> açılış</p>');
    expect(await contentOf('CLOSING')).toBe('<p>Ali: Işıklar tamam</p><p>Veli: görüldü</p>');
  });

  it('is one line without marks in a headline, where Enter starts no other', async () => {
    const page = await open(lead);
    await toEnd(page, 'HEADLINE');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+b');
    await paste(page, 'HEADLINE', '<p><b>: zeytin</b></p><p>zamanı</p>');

    const text = await stored('HEADLINE', (found) => found.includes('zamanı'), 'the headline');
    expect(text).toBe('Körfezde hasat: zeytin zamanı');
  });
});

const wordHtml = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{font-family:Calibri}</style></head><body><!--StartFragment-->
<p class=MsoNormal style='margin-bottom:8pt'><span style='font-family:"Calibri";color:red'>Belediye &#8220;zeytin&#8221;&nbsp;<b>hasadı</b> ba&shy;şladı.</span><o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Bir</p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;</span></span>Bir alt</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp;</span>İki</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.&nbsp;</span>Önce</p>
<p class=MsoNormal><del>eski</del>Son <a href="javascript:alert(1)">kötü</a> <a href="https://edremit.bel.tr/hasat" rel="noopener nofollow">iyi</a></p>
<!--EndFragment--></body></html>`;
