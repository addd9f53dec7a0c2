import { catalogue, sentenceOf } from '../../lib/messages';
import { useSession } from '../../lib/session';
import { AccountFrame } from './account-frame';
import css from './account-frame.module.css';

const m = catalogue(
  {
    name: 'Ad soyad',
    email: 'E-posta adresi',
    offices: 'Birimler ve görevler',
    none: 'Bir birimde göreviniz yok.',
    change: 'Adınız, göreviniz ya da adresiniz değiştiyse biriminizin basın müdürü yönetim sayfasından düzeltir.',
    PRESS_DIRECTOR: 'Basın müdürü',
    DEPARTMENT_HEAD: 'Daire başkanı',
    EDITOR: 'Editör',
    STAFF: 'Personel',
    OBSERVER: 'İzleyici',
  },
  {
    name: 'Name',
    email: 'E-mail address',
    offices: 'Offices and duties',
    none: 'You have no duty in an office.',
    change:
      'If your name, duty or address changed, the press director of your office corrects it under Administration.',
    PRESS_DIRECTOR: 'Press director',
    DEPARTMENT_HEAD: 'Department head',
    EDITOR: 'Editor',
    STAFF: 'Staff',
    OBSERVER: 'Observer',
  },
);

/** Who one is here, and in which offices. */
export function ProfilePage() {
  const { viewer } = useSession();
  return (
    <AccountFrame>
      <dl className={css.facts}>
        <dt>{m.name()}</dt>
        <dd>{viewer.user.name}</dd>
        <dt>{m.email()}</dt>
        <dd>{viewer.user.email}</dd>
        <dt>{m.offices()}</dt>
        <dd>
          {viewer.memberships.length === 0 ? m.none() : null}
          {viewer.memberships.map(({ id, office, role, title }) => (
            <p key={id}>
              {office.name}: {title} ({sentenceOf(m, role)})
            </p>
          ))}
        </dd>
      </dl>
      <p className="quiet small">{m.change()}</p>
    </AccountFrame>
  );
}
