import { Link } from '@tanstack/react-router';
import { IconBan, IconCircleCheck } from '@tabler/icons-react';
import { catalogue, sentenceOf } from '../../../lib/messages';
import { useOfficeLook } from '../../../lib/session';
import { Loaded } from '../../../ui/feedback';
import { OfficeBadge } from '../../../ui/mark';
import { type DeskBulletin } from './desk-bulletin';
import { useDesk } from './desk-context';
import { signatureWords } from './desk-words';
import { FindingRow, keyOf, useFindings } from './finding-list';
import rows from './finding-list.module.css';
import css from './check-page.module.css';

const m = catalogue(
  {
    blocked: 'Servise engel: {count}',
    ready: 'Servise engel yok',
    warnings: 'Uyarı: {count}',
    fix: 'Düzelt',
    signature: 'Olur eksik: {status}',
    open: 'Bülteni aç',
  },
  {
    blocked: 'In the way: {count}',
    ready: 'Nothing is in the way',
    warnings: 'Warnings: {count}',
    fix: 'Fix',
    signature: 'Signature missing: {status}',
    open: 'Open the bulletin',
  },
);

/** The offices whose signature is waited for; empty as soon as the charter is satisfied. */
export function missingSignatures(bulletin: DeskBulletin): DeskBulletin['signatures'] {
  if (bulletin.isSignoffComplete) return [];
  return bulletin.signatures.filter(({ status }) => !['SIGNED', 'DECLINED', 'EXEMPT'].includes(status));
}

/** What is in the way, first and with the way to mend it; then what only warns. */
export function CheckFindings() {
  const { bulletin } = useDesk();
  const look = useOfficeLook();
  const { result, findings, readAgain } = useFindings(bulletin.id);
  const missing = missingSignatures(bulletin);
  const blocks = findings.filter(({ severity }) => severity === 'BLOCK');
  const warnings = findings.length - blocks.length;
  const count = blocks.length + missing.length;
  return (
    <Loaded result={result} onRetry={readAgain}>
      {() => (
        <section className={`${css.block} ${count > 0 ? css.blocked : css.ready}`} aria-labelledby="engeller">
          <h2 id="engeller" className="row">
            {count > 0 ? <IconBan size={22} aria-hidden /> : <IconCircleCheck size={22} aria-hidden />}
            {count > 0 ? m.blocked({ count }) : m.ready()}
            {warnings > 0 ? <span className="quiet small">{m.warnings({ count: warnings })}</span> : null}
          </h2>
          {missing.length + findings.length === 0 ? null : (
            <ul className={rows.list}>
              {missing.map(({ office, status }) => (
                <li key={office.id} className={rows.row} data-severity="BLOCK">
                  <IconBan size={20} aria-hidden className={rows.sign} />
                  <OfficeBadge office={look(office)} />
                  <span className={rows.words}>{m.signature({ status: sentenceOf(signatureWords, status) })}</span>
                  <Link to="/bultenler/$id" params={{ id: bulletin.id }} activeOptions={{ exact: true }}>
                    {m.open()}
                  </Link>
                </li>
              ))}
              {findings.map((finding) => (
                <FindingRow key={keyOf(finding)} finding={finding}>
                  <Link
                    to="/bultenler/$id"
                    params={{ id: bulletin.id }}
                    search={finding.sectionId === null ? {} : { bolum: finding.sectionId }}
                    activeOptions={{ exact: true }}
                  >
                    {m.fix()}
                  </Link>
                </FindingRow>
              ))}
            </ul>
          )}
        </section>
      )}
    </Loaded>
  );
}
