/** Sentences of the pages where recipients choose what they get. */
export const SUBSCRIPTION_TEXTS = {
  title: 'Bülten tercihleri',
  intro: 'Hangi belediyeden, hangi konularda basın bülteni alacağınızı buradan seçebilirsiniz.',
  address: 'E-posta adresi',
  sender: 'Bu e-postayı gönderen',

  stopTitle: 'Almayı bırak',
  stopIntro: 'Seçiminiz hemen geçerli olur.',
  stopSender: 'Bu belediyeden bülten almak istemiyorum',
  stopAll: 'Hiçbir belediyeden bülten almak istemiyorum',

  chooseTitle: 'Konuları seç',
  chooseIntro:
    'İşareti kaldırdığınız konularda bülten almazsınız. Ortak bültenler, seçtiğiniz en az bir belediye ve konu varsa gelir.',
  save: 'Tercihlerimi kaydet',

  stoppedTitle: 'Kaydınız silindi',
  stoppedBody: 'Seçiminiz kaydedildi. Daha önce yola çıkmış bir e-posta kısa süre içinde yine de ulaşabilir.',
  savedTitle: 'Tercihleriniz kaydedildi',
  savedBody: 'Bundan sonraki bültenler seçiminize göre gönderilir.',
  back: 'Tercihlerime dön',

  unknownTitle: 'Bağlantı geçerli değil',
  unknownBody: 'Bu bağlantıya ait bir kayıt yok. Kayıt silinmiş ya da adres eksik kopyalanmış olabilir.',
  requestLink: 'Yeni bağlantı iste',

  requestTitle: 'Tercih bağlantısı iste',
  requestIntro:
    'E-posta adresinizi yazın. Adresiniz basın listelerinden birinde kayıtlıysa size bir bağlantı göndeririz.',
  requestField: 'E-posta adresiniz',
  requestButton: 'Bağlantı gönder',
  requestInvalid: 'Bir e-posta adresi yazın, örneğin haber@gazete.example.',
  sentTitle: 'İsteğiniz alındı',
  sentBody: 'Adresiniz kayıtlıysa bağlantı birkaç dakika içinde gelen kutunuza ulaşır.',
} as const;
