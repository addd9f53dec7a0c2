/**
 * `npm run story`: the main job against the running system, as six press offices would do it, over HTTP alone.
 * Needs a server in demo mode (`npm start`); BASE_URL names another than http://localhost:4000.
 * The embargo lapses a few seconds after the approval, so that the whole is seen in half a minute.
 */
import { setTimeout as pause } from 'node:timers/promises';

const base = (process.env.BASE_URL ?? 'http://localhost:4000').replace(/\/+$/, '');
const password = process.env.DEMO_PASSWORD ?? 'Korfez-tek-ses-1923';
const offices = ['balikesir-bb', 'edremit', 'ayvalik', 'gomec', 'burhaniye', 'havran'];
const stamp = new Date().toISOString().slice(0, 19).replaceAll(/[-:T]/g, '');
const headline = `Körfez’in basın birimleri tek ses için bir araya geldi (${stamp})`;
const quotes = {
  'balikesir-bb': 'Tek ses, ortak akıl ve güçlü bir koordinasyonla hareket etmeliyiz.',
  edremit: 'Edremit olarak 14 mahallemizin haberini aynı gün duyuracağız.',
  ayvalik: 'Ayvalık’ın sesi bu masada kendi sözüyle var.',
  gomec: 'Gömeç’in üreticisi doğru bilgiye daha hızlı ulaşacak.',
  burhaniye: 'Burhaniye’de iskeleden çarşıya herkes aynı haberi okuyacak.',
  havran: 'Havran’ın kanaat önderleri de bu çalışmanın içinde olacak.',
};
const fields = `id version state number publicPath viewerSignableHash signatures { office { code } status }
  sections { id kind officeId version }`;

class StoryError extends Error {}

const say = (text) => console.log(`✓ ${text}`);
const doc = (text) =>
  JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

function expect(condition, text) {
  if (!condition) throw new StoryError(text);
  say(text);
}

async function signIn(office) {
  const response = await fetch(`${base}/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tekses': '1' },
    body: JSON.stringify({ email: `mudur@${office}.ornek`, password }),
  });
  if (!response.ok) throw new StoryError(`${office}: giriş yapılamadı (${response.status}); sunucu deneme kipinde mi?`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const { data } = await gql({ cookie }, '{ offices { id code } }');
  return { office, cookie, officeIds: Object.fromEntries(data.offices.map(({ id, code }) => [code, id])) };
}

async function gql(who, query, variables = {}) {
  const response = await fetch(`${base}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: who.cookie },
    body: JSON.stringify({ query, variables }),
  });
  const answer = await response.json();
  if (answer.errors) throw new StoryError(JSON.stringify(answer.errors));
  return answer;
}

async function act(who, name, signature, variables) {
  const args = signature.replaceAll(/\$(\w+): [\w!]+/g, '$1: $$$1');
  const query = `mutation (${signature}) { ${name}(${args}) { bulletin { ${fields} } errors { code path details } } }`;
  const { bulletin, errors } = (await gql(who, query, variables)).data[name];
  if (errors.length > 0) throw new StoryError(`${name}: ${JSON.stringify(errors)}`);
  return bulletin;
}

const read = async (who, id) =>
  (await gql(who, `query ($id: ID!) { bulletin(id: $id) { ${fields} } }`, { id })).data.bulletin;

async function write(who, id, kind, text, officeId = null) {
  const section = (await read(who, id)).sections.find((one) => one.kind === kind && one.officeId === officeId);
  const input = { expectedVersion: section.version, content: doc(text) };
  return act(who, 'bulletinSectionEdit', '$id: ID!, $sectionId: ID!, $input: BulletinSectionEditInput!', {
    id,
    sectionId: section.id,
    input,
  });
}

async function addQuote(who, id) {
  const officeId = who.officeIds[who.office];
  await act(who, 'bulletinSectionAdd', '$id: ID!, $input: BulletinSectionAddInput!', {
    id,
    input: { kind: 'QUOTE', officeId, content: doc(quotes[who.office]) },
  });
  const section = (await read(who, id)).sections.find((one) => one.kind === 'QUOTE' && one.officeId === officeId);
  await act(who, 'bulletinSectionEdit', '$id: ID!, $sectionId: ID!, $input: BulletinSectionEditInput!', {
    id,
    sectionId: section.id,
    input: {
      expectedVersion: section.version,
      speaker: { role: 'Basın ve Halkla İlişkiler Müdürü' },
      consent: { scope: 'THIS_BULLETIN', givenBy: 'Kendisi' },
    },
  });
}

async function sign(who, id) {
  const { viewerSignableHash } = await read(who, id);
  return act(who, 'bulletinSign', '$id: ID!, $input: BulletinSignInput!', { id, input: { hash: viewerSignableHash } });
}

function inMinutes(minutes) {
  const istanbul = new Date(Math.ceil(Date.now() / 60_000 + minutes) * 60_000 + 3 * 3_600_000);
  return { local: istanbul.toISOString().slice(0, 16), zone: 'Europe/Istanbul' };
}

async function chooseLists(lead, id) {
  const { data } = await gql(lead, '{ mediaLists { id name } }');
  if (data.mediaLists.length === 0) return say('dağıtım listesi yok; servis yalnız basın odasına');
  const listIds = data.mediaLists.slice(0, 3).map((list) => list.id);
  await act(lead, 'bulletinChooseLists', '$id: ID!, $input: BulletinChooseListsInput!', { id, input: { listIds } });
  const asked = 'query ($id: ID!) { bulletinRecipients(id: $id) { going { address } } }';
  const { going } = (await gql(lead, asked, { id })).data.bulletinRecipients;
  const distinct = new Set(going.map(({ address }) => address));
  expect(
    distinct.size === going.length && distinct.size > 0,
    `${listIds.length} listede ${distinct.size} kişi, her adres bir kez`,
  );
}

async function story() {
  const people = Object.fromEntries(await Promise.all(offices.map(async (office) => [office, await signIn(office)])));
  const lead = people['balikesir-bb'];
  const partners = offices.slice(1);
  say('altı basın müdürü giriş yaptı');

  const { id } = await act(lead, 'bulletinCreate', '$input: BulletinCreateInput!', { input: { headline } });
  await write(
    lead,
    id,
    'SPOT',
    'Büyükşehir ile beş Körfez ilçesinin basın birimleri ortak çalışma için ilk adımı attı.',
  );
  await write(lead, id, 'LEAD', 'Altı belediyenin basın müdürleri bir koordinasyon toplantısında bir araya geldi.');
  await write(
    lead,
    id,
    'FACTS',
    'Toplantıda sosyal medya, bültenler, etkinlikler ve kriz iletişimi konuşuldu. Altı birim ayda 120 ortak bülten hedefliyor.',
  );
  await act(lead, 'bulletinInvite', '$id: ID!, $input: BulletinInviteInput!', {
    id,
    input: { officeIds: partners.map((code) => lead.officeIds[code]) },
  });
  await act(lead, 'bulletinShare', '$id: ID!', { id });
  for (const office of partners) await act(people[office], 'bulletinAccept', '$id: ID!', { id });
  for (const office of offices) await addQuote(people[office], id);
  say('tek metin, altı alıntı');

  await chooseLists(lead, id);
  await act(lead, 'bulletinSubmit', '$id: ID!', { id });
  for (const office of ['balikesir-bb', 'ayvalik', 'gomec', 'burhaniye']) await sign(people[office], id);
  const changed = await write(
    people.edremit,
    id,
    'QUOTE',
    'Edremit olarak 18 mahallemizin haberini aynı gün duyuracağız.',
    lead.officeIds.edremit,
  );
  const standing = changed.signatures.filter(({ status }) => status === 'SIGNED').map(({ office }) => office.code);
  expect(
    standing.join() === 'ayvalik,gomec,burhaniye',
    'Edremit’in rakamı değişti: yalnız öncünün oluru düştü, üç olur duruyor',
  );
  for (const office of ['edremit', 'havran', 'balikesir-bb']) await sign(people[office], id);

  const embargo = inMinutes(0.2);
  const { version } = await read(lead, id);
  const planned = await act(lead, 'bulletinUpdate', '$id: ID!, $input: BulletinUpdateInput!', {
    id,
    input: { expectedVersion: version, embargo },
  });
  const approved = await act(lead, 'bulletinApproveRelease', '$id: ID!, $input: BulletinApproveReleaseInput!', {
    id,
    input: { expectedVersion: planned.version },
  });
  expect(
    approved.state === 'SCHEDULED' && approved.number !== null,
    `${approved.number} numarasıyla ambargoda, ${embargo.local.slice(11)} bekleniyor`,
  );
  for (const path of ['/basin', '/basin/akis.atom', `/basin/arama?q=${stamp}`, '/sitemap.xml']) {
    const text = await (await fetch(base + path)).text();
    if (text.includes(headline)) throw new StoryError(`${path} ambargoyu çiğniyor`);
  }
  say('ambargo sürerken basın odası ve akışlar susuyor');

  let out = approved;
  for (let second = 0; second < 120 && out.state !== 'RELEASED'; second += 1) {
    await pause(1_000);
    out = await read(lead, id);
  }
  expect(out.state === 'RELEASED', 'ambargo bitti, bülten kendiliğinden çıktı');
  const page = await (await fetch(base + out.publicPath)).text();
  expect(
    Object.keys(quotes).every((code) => code === 'edremit' || page.includes(quotes[code]))
      && page.includes('18 mahallemizin'),
    `basın odasında: ${base}${out.publicPath}`,
  );
  expect((await (await fetch(`${base}/basin/akis.atom`)).text()).includes(stamp), 'akışlarda');

  for (let second = 0; second < 60; second += 1) {
    const { data } = await gql(lead, 'query ($id: ID!) { bulletinDeliverySummary(id: $id) { pending sent failed } }', {
      id,
    });
    const { pending, sent, failed } = data.bulletinDeliverySummary;
    if (pending === 0) return expect(failed === 0, `posta: ${sent} gitti, ${failed} geri döndü`);
    await pause(1_000);
  }
  throw new StoryError('posta bir dakikada bitmedi');
}

try {
  await story();
  console.log('\nÖykü tamam.');
} catch (error) {
  if (!(error instanceof StoryError)) throw error;
  console.error(`✗ ${error.message}`);
  process.exit(1);
}
