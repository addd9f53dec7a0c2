import { IconCheck } from '@tabler/icons-react';
import { catalogue } from '../../../lib/messages';
import { AdministrationFrame } from '../administration-frame';
import css from '../administration.module.css';
import { roleName, roles } from '../role-words';
import { rightName } from './right-words';
import { holderNames, rightGroups, type Holder } from './rights';

const m = catalogue(
  {
    intro:
      'Roller birim içindedir: herkes yalnız kendi birimi adına iş görür. Çizelge, sunucunun uyguladığı kurallardan çizilir; bir işin yapılabilmesi ayrıca kaydın o anki durumuna bağlıdır.',
    deputy: 'Vekil: basın müdürünün gün ve saatle bütün imzalar için yetki verdiği kişi; burada bir editör.',
    operator: 'İşletmen: platformu yürütür, birimlerin içeriğini görmez.',
    table: 'Rollerin yetkileri',
    right: 'Yetki',
    has: 'Var',
    hasNot: 'Yok',
  },
  {
    intro:
      'Roles are held in an office: everybody acts for their own alone. The grid is drawn from the rules that the server applies; whether something can be done also depends on the state of the record.',
    deputy: 'Deputy: whom the press director named for all signatures, by date and time; an editor here.',
    operator: 'Operator: runs the platform and sees no content.',
    table: 'Rights of the roles',
    right: 'Right',
    has: 'Yes',
    hasNot: 'No',
  },
);

const columnName = (holder: Holder) =>
  (roles as readonly string[]).includes(holder) ? roleName(holder) : rightName(holder);

/** Who may do what, for everybody to read. */
export function RolesPage() {
  return (
    <AdministrationFrame>
      <p className="quiet">{m.intro()}</p>
      <ul className="small quiet">
        <li>{m.deputy()}</li>
        <li>{m.operator()}</li>
      </ul>
      {/* It is scrolled by keyboard too, so it takes the focus. */}
      <div className={css.scroll} role="region" aria-label={m.table()} tabIndex={0}>
        <table className={css.grid}>
          <thead>
            <tr>
              <th scope="col">{m.right()}</th>
              {holderNames.map((holder) => (
                <th key={holder} scope="col">
                  {columnName(holder)}
                </th>
              ))}
            </tr>
          </thead>
          {rightGroups.map(({ id, rights }) => (
            <tbody key={id}>
              <tr>
                <th scope="rowgroup" className={css.group}>
                  {rightName(id)}
                </th>
                <td colSpan={holderNames.length} className={css.group} />
              </tr>
              {rights.map(({ key, holders }) => (
                <tr key={key}>
                  <th scope="row">{rightName(key)}</th>
                  {holderNames.map((holder) => (
                    <td key={holder}>
                      <Cell isHeld={holders.includes(holder)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </AdministrationFrame>
  );
}

function Cell({ isHeld }: { readonly isHeld: boolean }) {
  return (
    <>
      {isHeld ? <IconCheck size={20} aria-hidden /> : <span aria-hidden>–</span>}
      <span className="visually-hidden">{isHeld ? m.has() : m.hasNot()}</span>
    </>
  );
}
