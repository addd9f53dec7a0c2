import { kindWords } from '../../../lib/bulletin-words';
import { useQuery } from 'urql';
import { formatInstant } from '../../../lib/dates';
import { graphql } from '../../../lib/graphql';
import { catalogue, sentenceOf } from '../../../lib/messages';
import { RichTextView } from '../editor/rich-text-view';
import { isImage } from './is-image';
import { useDesk } from './desk-context';
import { signatureWords, stateWords } from './desk-words';
import { contentOf } from '../editor/edited-section';
import css from './bulletin-paper.module.css';

const ContactsQuery = graphql(`
  query BulletinContacts {
    offices {
      id
      name
      pressUnit
      contact {
        name
        phone
        email
      }
    }
  }
`);

const m = catalogue(
  {
    draft: 'Servis edilmemiş metin ({state})',
    embargo: 'AMBARGO: {at}',
    photos: 'Fotoaltları',
    signatures: 'Olurlar',
    signature: '{office}: {status}',
    signatureAt: '{office}: {status}, {at}',
    credit: 'Fotoğraf: {credit}',
    contact: 'Basın irtibatı',
  },
  {
    draft: 'Not released ({state})',
    embargo: 'EMBARGO: {at}',
    photos: 'Captions',
    signatures: 'Signatures',
    signature: '{office}: {status}',
    signatureAt: '{office}: {status}, {at}',
    credit: 'Photo: {credit}',
    contact: 'Press contacts',
  },
);

/**
 * The bulletin on paper: letterhead, number, headline, spot, body, captions, signatures, contacts. Only printed, never
 * on screen.
 */
export function BulletinPaper() {
  const { bulletin } = useDesk();
  const words = bulletin.sections.filter(({ kind, text }) => kind !== 'ATTACHMENTS' && text.trim() !== '');
  const offices = bulletin.signatures.filter(({ status }) => status !== 'DECLINED' && status !== 'EXEMPT');
  const isOut = bulletin.releasedAt !== null;
  return (
    <article className={css.paper} aria-hidden>
      <header className={css.letterhead}>
        <p className={css.names}>{offices.map(({ office }) => office.name).join(' · ')}</p>
        <p className={css.number}>
          {sentenceOf(kindWords, bulletin.kind)} {bulletin.number}
        </p>
        <p>
          {isOut
            ? formatInstant(bulletin.releasedAt ?? '')
            : m.draft({ state: sentenceOf(stateWords, bulletin.state) })}
        </p>
        {bulletin.embargo === null || isOut ? null : <p>{m.embargo({ at: formatInstant(bulletin.embargo.at) })}</p>}
      </header>
      {words.map(({ id, kind, content, speaker }) => (
        <section key={id} data-kind={kind}>
          <RichTextView text={contentOf(content)} kind={kind} />
          {speaker === null ? null : (
            <p className={css.speaker}>{[speaker.name, speaker.role].filter((part) => part !== null).join(', ')}</p>
          )}
        </section>
      ))}
      <Captions />
      <Signatures />
      <Contacts ids={offices.map(({ office }) => office.id)} />
    </article>
  );
}

function Captions() {
  const { bulletin } = useDesk();
  const pictures = bulletin.sections.flatMap(({ attachments }) => attachments).filter(isImage);
  if (pictures.length === 0) return null;
  return (
    <section className={css.captions}>
      <h2>{m.photos()}</h2>
      <ol>
        {pictures.map(({ id, caption, credit, fileName }) => (
          <li key={id}>
            {caption ?? fileName} {credit === null ? null : `(${m.credit({ credit })})`}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Where each office that was asked stands, and since when. */
function Signatures() {
  const { bulletin } = useDesk();
  const asked = bulletin.signatures.filter(({ status }) => status !== 'DECLINED' && status !== 'EXEMPT');
  return (
    <section className={css.captions}>
      <h2>{m.signatures()}</h2>
      <ul>
        {asked.map(({ office, status: word, answeredAt }) => {
          const line = { office: office.name, status: sentenceOf(signatureWords, word) };
          return (
            <li key={office.id}>
              {answeredAt === null ? m.signature(line) : m.signatureAt({ ...line, at: formatInstant(answeredAt) })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Contacts({ ids }: { readonly ids: readonly string[] }) {
  const [{ data }] = useQuery({ query: ContactsQuery });
  const offices = ids.flatMap((id) => data?.offices.filter((office) => office.id === id) ?? []);
  return (
    <footer className={css.contacts}>
      <h2>{m.contact()}</h2>
      {offices.map(({ id, name, pressUnit, contact }) => (
        <p key={id}>
          <strong>{name}</strong>, {pressUnit}
          <br />
          {[contact.name, contact.phone, contact.email].filter((part) => part !== null).join(' · ')}
        </p>
      ))}
    </footer>
  );
}
