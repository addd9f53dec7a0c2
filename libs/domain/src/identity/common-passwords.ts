import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import known from './common-password-fingerprints.json';

/**
 * Passwords that everybody tries first, in two lists. Roots: a password is common when it is one of them after its
 * case, its Turkish letters, its look-alike digits and up to six digits or signs around it are taken away, so
 * `Şifre2026!`, `P4ssw0rd` and `edremit10` all are; these are what people in Turkey are known to choose and the words
 * of this product and its towns. Fingerprints: the passwords of eight characters or more among the 10,000 most used
 * in public leaks, each as the first 32 bits of its SHA-256 in ascending order, so that nobody has to read them.
 */
const roots = `
  password passwort parola parolam sifre sifrem sifremyok sifreyok qwerty qwertyui qwertyuiop asdf asdfgh asdfghjkl zxcvbn
  zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc qweqwe asdasd asdasdasd zxczxc abcabc admin admins administrator root user
  users guest test tester testing deneme demo ornek secret security system letmein welcome hello merhaba selam selamlar
  iloveyou loveyou love master dragon monkey shadow superman batman pokemon football baseball princess sunshine login
  changeme default access computer bilgisayar internet google facebook instagram whatsapp twitter youtube hotmail samsung
  galatasaray fenerbahce besiktas trabzonspor bursaspor basaksehir cimbom cimbombom kartal karakartal kanarya aslan fener
  ultraslan carsi altay goztepe karsiyaka bjk gs fb ts turkiye turkiyem turkish turk turkler ataturk mustafakemal
  kemalataturk anadolu cumhuriyet ayyildiz bayrak vatan vatanim asker ordu allah allahim allahuekber bismillah muhammed
  muhammet mehmet mustafa ahmet ali ayse fatma zeynep hatice emine murat osman hasan huseyin ibrahim ismail yusuf fatih
  burak hakan serkan gokhan kemal deniz yagmur umut sevgi sevgim sevgilim seviyorum seniseviyorum askim canim canimsin
  hayatim birtanem bebegim tatlim melegim meleklerim prenses prensesim kralice kral annem annecim babam babacim annebaba
  ailem cicegim gulum gunes guzelim yildiz kelebek istanbul ankara izmir bursa antalya adana konya kayseri samsun trabzon
  gaziantep eskisehir mersin sakarya kocaeli canakkale manisa mugla tekirdag hatay malatya erzurum diyarbakir sivas ordu
  rize yalova edirne ramazan bayram kurban bahar kis yaz sonbahar ilkbahar pazartesi persembe ocak subat nisan mayis
  haziran temmuz agustos eylul ekim kasim aralik tekses sesimiz tekse altieylul ayvalik balikesir balikesirbb
  balikesirspor balya bandirma bandirmaspor bigadic burhaniye dursunbey edremit edremitspor erdek gomec gonen havran
  ivrindi karesi kepsut manyas marmara savastepe sindirgi susurluk altinoluk akcay zeytinli oren cunda korfez edremitkorfezi
  kazdagi kazdaglari sarimsakli assos zeytin zeytinyagi belediye belediyem belediyesi buyuksehir edremitbelediyesi
  edremitbel balikesirbel ayvalikbel havranbel gomecbel burhaniyebel balikesirbelediyesi ayvalikbelediyesi havranbelediyesi
  gomecbelediyesi burhaniyebelediyesi basin basinburosu basinbirimi basindairesi basinmudurlugu basinyayin bulten bultenler
  mudur mudurluk mudurlugu baskan baskanim baskanlik yonetici kullanici personel editor muhabir gazete gazeteci haber
  haberler kriz halklailiskiler
`;

/** Lower case without Turkish letters and accents, the same in every locale. */
export function foldPassword(text: string): string {
  return text.replaceAll('İ', 'i').toLowerCase().replaceAll('ı', 'i').normalize('NFD').replace(/\p{M}/gu, '');
}

/** The roots, folded. */
export const commonRoots: ReadonlySet<string> = new Set(roots.trim().split(/\s+/).map(foldPassword));

const packed = bytesOf(known.fingerprints);
const fingerprints: ReadonlySet<number> = new Set(
  Array.from({ length: packed.length / 4 }, (_, index) => read32(packed, index * 4)),
);

/** Whether the folded password is one of the most used in public leaks. */
export function isLeaked(folded: string): boolean {
  return fingerprints.has(read32(sha256(utf8ToBytes(folded)), 0));
}

function read32(bytes: Uint8Array, offset: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset + offset, 4).getUint32(0);
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
