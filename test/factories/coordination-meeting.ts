/** The news of the offices' first coordination meeting, as a joint bulletin of six: the words of the main job. */
export const coordinationMeeting = {
  headline: 'Körfez’in basın birimleri tek ses için bir araya geldi',
  spot: 'Büyükşehir Belediyesi ile beş Körfez ilçesinin basın birimleri ortak çalışma ve koordinasyon için ilk adımı attı.',
  lead: 'Balıkesir Büyükşehir Belediyesi Basın Yayın ve Halkla İlişkiler Dairesi Başkanı, Edremit, Ayvalık, Gömeç, Burhaniye ve Havran belediyelerinin basın ve halkla ilişkiler müdürleriyle bir koordinasyon toplantısı gerçekleştirdi.',
  facts:
    'Toplantıda sosyal medya yönetimi, basın bültenleri, etkinlik planlamaları ve kriz iletişimi için ortak yol haritası konuşuldu. Altı birim ayda 120 ortak bülten hedefliyor.',
  correctedFacts:
    'Toplantıda sosyal medya yönetimi, basın bültenleri, etkinlik planlamaları ve kriz iletişimi için ortak yol haritası konuşuldu. Altı birim yılda 120 ortak bülten hedefliyor.',
  closing: 'Toplantıların düzenli olarak sürmesi ve öbür ilçelere genişlemesi kararlaştırıldı.',
  quotes: {
    'balikesir-bb': 'Tek ses, ortak akıl ve güçlü bir koordinasyonla hareket etmeliyiz.',
    edremit: 'Edremit olarak 14 mahallemizin haberini aynı gün duyuracağız.',
    ayvalik: 'Ayvalık’ın sesi bu masada kendi sözüyle var.',
    gomec: 'Gömeç’in üreticisi doğru bilgiye daha hızlı ulaşacak.',
    burhaniye: 'Burhaniye’de iskeleden çarşıya herkes aynı haberi okuyacak.',
    havran: 'Havran’ın kanaat önderleri de bu çalışmanın içinde olacak.',
  },
  /** Edremit's quote after its figure was put right. */
  edremitQuoteCorrected: 'Edremit olarak 18 mahallemizin haberini aynı gün duyuracağız.',
} as const;
