/** Believable press texts for the filled database: the same words from the same seed, in Turkish. */

const places = [
  'Edremit',
  'Ayvalık',
  'Gömeç',
  'Burhaniye',
  'Havran',
  'Altınoluk',
  'Akçay',
  'Ören',
  'Cunda',
  'Zeytinli',
];
const things = [
  'zeytin hasadı', 'su kesintisi', 'ayçiçeği tarlaları', 'iskele onarımı', 'yol çalışması', 'kitap günleri',
  'park yenilemesi', 'sahil temizliği', 'ağaç dikimi', 'tiyatro şenliği', 'otobüs seferleri', 'gençlik kampı',
  'pazar yeri', 'engelsiz plaj', 'içme suyu hattı', 'yangın tatbikatı', 'çocuk şenliği', 'kültür merkezi',
  'ışıklandırma', 'hayvan barınağı',
]; // prettier-ignore
const deeds = [
  'başladı',
  'tamamlandı',
  'genişliyor',
  'yeniden açıldı',
  'ilgi gördü',
  'ertelendi',
  'büyük ilgiyle sürüyor',
];
const openings = ['Körfez’de', 'Bu sabah', 'Hafta sonunda', 'Yıl boyunca', 'Önümüzdeki günlerde', 'İlçe merkezinde'];
const reasons = [
  'mahallelinin isteği üzerine', 'üreticilerle birlikte', 'gönüllülerin desteğiyle', 'bütçeyi zorlamadan',
  'ekiplerin gece gündüz çalışmasıyla', 'öğrencilerin önerisiyle', 'altı belediyenin iş birliğiyle',
]; // prettier-ignore
const people = ['Ayşe Işık', 'Şükrü Güçlü', 'İlknur Çağlar', 'Ömer Doğan', 'Gülşen Öz', 'Iraz Yılmaz'];

export const tagLabels = ['Çevre', 'Kültür', 'Ulaşım', 'Zeytin', 'Su', 'Gençlik', 'Spor', 'Sağlık', 'Tarım', 'İmar'];

/** Searches as people type them: from a word in every third text to one in a few hundred. */
export const searches = [
  'zeytin', 'su kesinti', 'AYVALIK', 'aycicegi', 'iskele', 'gömeç pazar', 'yangın tatbikatı havran', 'çocuk şenliği',
  'ışıklandırma', 'Cunda kitap', 'engelsiz plaj', '347 kişi', '812 zeytin',
]; // prettier-ignore

/** A repeatable source of numbers in [0, 1) (mulberry32). */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function writerFrom(random) {
  const one = (list) => list[Math.floor(random() * list.length)];
  const sentence = () =>
    `${one(openings)} ${one(places)} için ${one(reasons)} ${one(things)} ${one(deeds)}; ${Math.ceil(random() * 900)} kişi katıldı.`;
  const paragraph = (length) => Array.from({ length }, sentence).join(' ');
  return {
    one,
    headline: () => `${one(places)}’de ${one(things)} ${one(deeds)}`,
    sentence,
    paragraphs: (count) => Array.from({ length: count }, () => paragraph(2 + Math.floor(random() * 2))),
    person: () => one(people),
  };
}
