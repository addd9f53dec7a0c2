import { catalogue } from '../../../lib/messages';
import { useOfficeLook } from '../../../lib/session';
import { OfficeBadge } from '../../../ui/mark';
import { useDesk } from './desk-context';
import css from './check-page.module.css';

const m = catalogue(
  { title: 'Kimin adına', from: 'Gönderen', joint: 'Ortak bülten: {count} birim' },
  { title: 'In whose name', from: 'Sender', joint: 'Joint bulletin of {count} offices' },
);

/** In whose name it goes out: the lead sends, all that take part are named. */
export function CheckSender() {
  const { bulletin } = useDesk();
  const look = useOfficeLook();
  const named = bulletin.signatures.filter(({ status }) => status !== 'DECLINED' && status !== 'EXEMPT');
  return (
    <section className={css.block} aria-labelledby="kimden">
      <h2 id="kimden">{m.title()}</h2>
      <p className="row">
        <span className="quiet">{m.from()}</span>
        <OfficeBadge office={look(bulletin.leadOffice)} isLong />
      </p>
      {named.length > 1 ? (
        <>
          <p className="quiet small">{m.joint({ count: named.length })}</p>
          <p className="row">
            {named.map(({ office }) => (
              <OfficeBadge key={office.id} office={look(office)} />
            ))}
          </p>
        </>
      ) : null}
    </section>
  );
}
