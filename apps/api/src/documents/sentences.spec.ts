import { sentencesTr } from './sentences';

it.each([
  ['Zeytin hasadı başladı. Üretici memnun.', ['Zeytin hasadı başladı.', 'Üretici memnun.']],
  ['Saat 14.30’da buluşuldu. Yağmur yağdı mı? Hayır.', ['Saat 14.30’da buluşuldu.', 'Yağmur yağdı mı?', 'Hayır.']],
  ['Prof. Dr. Ayşe Işık konuştu. Av. İlker dinledi.', ['Prof. Dr. Ayşe Işık konuştu.', 'Av. İlker dinledi.']],
  [
    '15. Uluslararası Zeytin Şenliği açıldı. Şenlik sürüyor.',
    ['15. Uluslararası Zeytin Şenliği açıldı.', 'Şenlik sürüyor.'],
  ],
  [
    'T.C. Ziraat Bankası destek verdi. Ş. Ağaoğlu teşekkür etti.',
    ['T.C. Ziraat Bankası destek verdi.', 'Ş. Ağaoğlu teşekkür etti.'],
  ],
  ['Atatürk Cad. No. 5 adresinde. Kapı açık.', ['Atatürk Cad. No. 5 adresinde.', 'Kapı açık.']],
  ['Bir cümle, noktasız', ['Bir cümle, noktasız']],
  ['Görev yeri: Prof.', ['Görev yeri: Prof.']],
  ['   ', []],
])('parts %j', (text, sentences) => {
  expect(sentencesTr(text)).toEqual(sentences);
});
