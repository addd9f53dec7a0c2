interface StatementSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
}

/**
 * The accessibility statement. Dayanak: 2025/10 sayılı Cumhurbaşkanlığı Genelgesi, Resmî Gazete 21.06.2025, 32933.
 * It claims a target and names what was checked; whether a page conforms is for the offices' review commission to say.
 */
export const ACCESSIBILITY_TEXTS: {
  readonly title: string;
  readonly intro: string;
  readonly sections: readonly StatementSection[];
  readonly contactsLink: string;
} = {
  title: 'Erişilebilirlik beyanı',
  intro: 'Basın odasının sayfaları herkesin okuyabilmesi, dinleyebilmesi ve kullanabilmesi için hazırlanır.',
  contactsLink: 'Basın irtibatı bilgileri',
  sections: [
    {
      title: 'Ölçüt ve dayanak',
      paragraphs: [
        'Bu sayfalarda hedef, Web İçeriği Erişilebilirlik Kılavuzu WCAG 2.2 ölçütlerine AA düzeyinde uymaktır. Dayanak, 2025/10 sayılı Cumhurbaşkanlığı Genelgesidir (Resmî Gazete, 21 Haziran 2025, sayı 32933).',
      ],
      items: [],
    },
    {
      title: 'Neler yapıldı',
      paragraphs: [],
      items: [
        'Sayfalar betik çalıştırmaz, çerez kullanmaz ve yavaş bağlantıda da açılır.',
        'Bütün işlemler klavyeyle yapılabilir; odak her zaman görünür ve ilk bağlantı doğrudan içeriğe götürür.',
        'Başlıklar, listeler ve bölgeler ekran okuyucular için doğru sırayla işaretlenmiştir.',
        'Renk hiçbir bilgiyi tek başına taşımaz; yazı ile zemin arasındaki karşıtlık koyu ve açık görünümde yeterlidir.',
        'Metin yüzde 400 büyütüldüğünde ve 320 piksel genişlikte yana kaydırma gerekmez.',
        'Her bülten PDF, Word ve düz metin olarak da indirilebilir.',
      ],
    },
    {
      title: 'Bilinen eksikler',
      paragraphs: [],
      items: [
        'Fotoğrafların alternatif metinlerini belediyeler yazar; yeterince ayrıntılı olmayan metinler bulunabilir.',
        'Belediyelerin eklediği belgeler kendi hazırlandıkları biçimde yayımlanır; taranmış belgeler ekran okuyucuyla okunamayabilir.',
        'Bülten metinlerinin işaret dili çevirisi ve sesli okunuşu yoktur.',
      ],
    },
    {
      title: 'Bize bildirin',
      paragraphs: [
        'Ulaşamadığınız ya da kullanamadığınız bir içerik olursa bülteni yayımlayan belediyenin basın birimine yazabilir ya da telefon edebilirsiniz. İçeriği size uygun başka bir biçimde de isteyebilirsiniz.',
      ],
      items: [],
    },
  ],
};
