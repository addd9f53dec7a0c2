import { graphql } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { Loaded } from '../../../ui/feedback';
import { useDesk } from './desk-context';
import { useDeskQuery } from './desk-live';
import { Fingerprint } from './fingerprint';
import { MailPreview } from './mail-preview';
import css from './check-page.module.css';

const PreviewQuery = graphql(`
  query BulletinMailPreview($id: ID!) {
    bulletinMailPreview(id: $id) {
      subject
      html
    }
  }
`);

const m = catalogue(
  {
    title: 'Ne gidiyor',
    number: 'Numara',
    given: 'Servis onayıyla verilir',
    subject: 'Konu',
    files: 'Ekler',
    noFiles: 'Ek yok',
    count: '{count} dosya',
    preview: 'E-posta önizlemesi',
  },
  {
    title: 'What goes',
    number: 'Number',
    given: 'Given with the approval',
    subject: 'Subject',
    files: 'Attachments',
    noFiles: 'No attachments',
    count: '{count} files',
    preview: 'E-mail preview',
  },
);

/** What goes out: number, subject, fingerprint, files, and the mail as receivers see it. */
export function CheckText() {
  const { bulletin } = useDesk();
  const [result, read] = useDeskQuery(PreviewQuery, { id: bulletin.id });
  const files = bulletin.sections.flatMap(({ attachments }) => attachments);
  return (
    <section className={css.block} aria-labelledby="ne">
      <h2 id="ne">{m.title()}</h2>
      <Loaded result={result} onRetry={() => read({ requestPolicy: 'network-only' })}>
        {({ bulletinMailPreview: { subject, html } }) => (
          <>
            <dl className={css.facts}>
              <dt>{m.number()}</dt>
              <dd>{bulletin.number ?? m.given()}</dd>
              <dt>{m.subject()}</dt>
              <dd>{subject}</dd>
              <dt>{m.files()}</dt>
              <dd>{files.length === 0 ? m.noFiles() : m.count({ count: files.length })}</dd>
            </dl>
            <Fingerprint hash={bulletin.textHash} />
            <MailPreview title={m.preview()} html={html} />
          </>
        )}
      </Loaded>
    </section>
  );
}
