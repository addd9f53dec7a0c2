import { catalogue } from '../../lib/messages';
import { press } from '../../lib/shortcuts';
import { Button } from '../../ui/button';
import { Keys } from '../../ui/keys';
import { Page } from '../../ui/page';
import css from './help-page.module.css';

const m = catalogue(
  {
    title: 'Yardım',
    where: 'Ne nerede',
    today: 'Bugün',
    todayText: 'Sizi bekleyen işler, son zamanına göre sıralı; günün servis sırası ve biriminizin taslakları.',
    bulletins: 'Bültenler',
    bulletinsText:
      'Bülteni yazdığınız, öteki birimleri davet ettiğiniz, olura sunduğunuz ve servis ettiğiniz yer. Servisten önce kontrol sayfası neyin, kime, ne zaman gideceğini gösterir.',
    media: 'Rehber',
    mediaText: 'Basın kuruluşları, kişiler ve dağıtım listeleri. Liste içe aktarma ve KVKK kayıtları da burada.',
    administration: 'Yönetim',
    administrationText: 'Biriminizin üyeleri, vekâletler, olur kuralları ve kayıt defteri.',
    how: 'Bir bültenin yolu',
    how1: 'Bülten yazın; ortak bir konuysa ilgili birimleri davet edin. Her birim kendi bölümünü yazar.',
    how2: 'Olura sunun. Her birim ekrandaki metne olur verir; metin değişirse o birimin oluru yenilenir.',
    how3: 'Olurlar tamamlanınca servisi onaylayın. Ambargo varsa bülten o saatten önce çıkmaz.',
    how4: 'Yanlış çıkan bülten silinmez: düzeltme yayımlanır ve aynı alıcılara gider.',
    keys: 'Klavye',
    keysText: 'Sayfadaki bütün kısayolları görmek ya da harf kısayollarını kapatmak için F1 tuşuna basın.',
    show: 'Kısayolları göster',
    palette: 'Ara, git, yap',
    contact: 'Takıldığınızda',
    contactText:
      'Önce biriminizin basın müdürüne danışın; üyelik ve yetkileri o düzenler. Bir hata gördüyseniz ekrandaki kayıt numarasını çalışma alanını işleten birime iletin.',
  },
  {
    title: 'Help',
    where: 'What is where',
    today: 'Today',
    todayText: 'What waits for you, ordered by deadline; what goes out today, and the drafts of your office.',
    bulletins: 'Bulletins',
    bulletinsText:
      'Where you write, invite other offices, ask for signatures and send out. A check page shows what goes to whom and when before anything leaves.',
    media: 'Guide',
    mediaText: 'Outlets, people and distribution lists, with import and data protection records.',
    administration: 'Administration',
    administrationText: 'The members of your office, deputies, the rules of sign-off and the ledger.',
    how: 'The way of a bulletin',
    how1: 'Write it; if it is a joint matter, invite the offices concerned. Each writes its own section.',
    how2: 'Offer it for signature. Each office signs the text on screen; when the text changes, it signs again.',
    how3: 'With all signatures, approve the release. Under an embargo nothing leaves before its hour.',
    how4: 'What went out wrong is not deleted: a correction goes to the same recipients.',
    keys: 'Keyboard',
    keysText: 'Press F1 to see all shortcuts of a page or to turn the letters off.',
    show: 'Show the shortcuts',
    palette: 'Search, go, do',
    contact: 'When you are stuck',
    contactText:
      'First ask the press director of your office, who sets memberships and rights. If you met a fault, tell whoever runs the workspace the record number on screen.',
  },
);

const parts = [
  [m.today(), m.todayText()],
  [m.bulletins(), m.bulletinsText()],
  [m.media(), m.mediaText()],
  [m.administration(), m.administrationText()],
] as const;

export function HelpPage() {
  return (
    <Page title={m.title()} width="text">
      <section className="stack">
        <h2>{m.where()}</h2>
        <dl className={css.parts}>
          {parts.map(([name, text]) => (
            <div key={name}>
              <dt className={css.name}>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="stack">
        <h2>{m.how()}</h2>
        <ol className={css.steps}>
          {[m.how1(), m.how2(), m.how3(), m.how4()].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <section className="stack">
        <h2>{m.keys()}</h2>
        <p>{m.keysText()}</p>
        <p className="row">
          <Button onPress={() => press('F1')}>
            {m.show()} <Keys keys="F1" />
          </Button>
          <Button onPress={() => press('Ctrl+K')}>
            {m.palette()} <Keys keys="Ctrl+K" />
          </Button>
        </p>
      </section>
      <section className="stack">
        <h2>{m.contact()}</h2>
        <p>{m.contactText()}</p>
      </section>
    </Page>
  );
}
