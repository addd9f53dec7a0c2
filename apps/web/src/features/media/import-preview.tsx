import { graphql, readFragment, type FragmentOf } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/field';
import { Mark } from '../../ui/mark';
import css from './media.module.css';

const m = catalogue(
  {
    columns: 'Sütunlar',
    matched: 'Tanınan sütunlar: {names}',
    unmatched: 'Tanınmayan sütunların karşılığını seçin; seçmezseniz alınmazlar.',
    ignore: 'Alma',
    anew: 'Eşleştirmeyi geri al',
    lines: 'Satırlar',
    figures: 'Eklenecek: {ok} · Yinelenen: {known} · Hatalı: {failed}',
    caption: 'Dosyadaki satırlar',
    line: 'Satır',
    outlet: 'Kuruluş',
    name: 'Ad',
    email: 'Adres',
    verdict: 'Sonuç',
    OK: 'Eklenecek',
    DUPLICATE: 'Yinelenen',
    ERROR: 'Hatalı',
    OUTLET: 'Kuruluş',
    TYPE: 'Tür',
    DISTRICTS: 'İlçeler',
    NAME: 'Ad soyad',
    UNIT: 'Birim',
    EMAIL: 'E-posta',
    PHONE: 'Telefon',
    LEGAL_BASIS: 'Hukuki dayanak',
    SOURCE: 'Kaynak',
    NOTICE_GIVEN_ON: 'Aydınlatma tarihi',
    NOTES: 'Notlar',
    problem: '{column}: {problem}',
    IN_GUIDE: 'rehberde var',
    MISSING: 'boş',
    NOT_AN_ADDRESS: 'e-posta adresi değil',
    NOT_A_DATE: 'tarih değil',
    NOT_A_PHONE_NUMBER: 'telefon numarası değil',
    TOO_LONG: 'çok uzun',
    TOO_MANY_CELLS: 'satırda sütundan çok hücre var',
    TWICE_IN_FILE: 'dosyada iki kez geçiyor',
    UNKNOWN_DISTRICT: 'böyle bir ilçe yok',
    UNKNOWN_VALUE: 'tanınmayan değer',
  },
  {
    columns: 'Columns',
    matched: 'Columns known: {names}',
    unmatched: 'Choose what the unknown columns are; otherwise they are left out.',
    ignore: 'Leave out',
    anew: 'Take the matching back',
    lines: 'Lines',
    figures: 'To be added: {ok} · Already there: {known} · Faulty: {failed}',
    caption: 'Lines of the file',
    line: 'Line',
    outlet: 'Outlet',
    name: 'Name',
    email: 'Address',
    verdict: 'Verdict',
    OK: 'To be added',
    DUPLICATE: 'Already there',
    ERROR: 'Faulty',
    OUTLET: 'Outlet',
    TYPE: 'Kind',
    DISTRICTS: 'Districts',
    NAME: 'Name',
    UNIT: 'Unit',
    EMAIL: 'E-mail',
    PHONE: 'Phone',
    LEGAL_BASIS: 'Legal basis',
    SOURCE: 'Source',
    NOTICE_GIVEN_ON: 'Notice given on',
    NOTES: 'Notes',
    problem: '{column}: {problem}',
    IN_GUIDE: 'in the guide',
    MISSING: 'empty',
    NOT_AN_ADDRESS: 'not an e-mail address',
    NOT_A_DATE: 'not a date',
    NOT_A_PHONE_NUMBER: 'not a phone number',
    TOO_LONG: 'too long',
    TOO_MANY_CELLS: 'more cells than columns',
    TWICE_IN_FILE: 'twice in the file',
    UNKNOWN_DISTRICT: 'no such district',
    UNKNOWN_VALUE: 'unknown value',
  },
);

export const ImportReportFragment = graphql(`
  fragment ImportReport_report on MediaImportReport {
    columns
    ignoredHeadings
    delimiter
    okCount
    duplicateCount
    errorCount
    lines {
      line
      status
      email
      name
      outletName
      problems {
        column
        problem
      }
    }
  }
`);

/** The columns of a file, in the order in which they are offered; the heading is what the API knows each by. */
const columns = [
  ['OUTLET', 'Kuruluş'],
  ['TYPE', 'Tür'],
  ['DISTRICTS', 'İlçeler'],
  ['NAME', 'Ad soyad'],
  ['UNIT', 'Birim'],
  ['EMAIL', 'E-posta'],
  ['PHONE', 'Telefon'],
  ['LEGAL_BASIS', 'Hukuki dayanak'],
  ['SOURCE', 'Kaynak'],
  ['NOTICE_GIVEN_ON', 'Aydınlatma tarihi'],
  ['NOTES', 'Notlar'],
] as const;

const tones = { OK: 'ok', DUPLICATE: 'plain', ERROR: 'alert' } as const;

interface ImportPreviewProps {
  readonly report: FragmentOf<typeof ImportReportFragment>;
  /** The person says that the column with the first heading is the one known by the second. */
  readonly onMatch: (from: string, to: string) => void;
  /** Takes back all matching by hand; left out while there is none. */
  readonly onMatchAnew?: () => void;
}

/** What would become of each column and line of the file. */
export function ImportPreview({ report: masked, onMatch, onMatchAnew }: ImportPreviewProps) {
  const report = readFragment(ImportReportFragment, masked);
  const free = columns.filter(([column]) => !report.columns.includes(column));
  return (
    <div className="stack">
      <section className="stack" aria-labelledby="sutunlar">
        <h2 id="sutunlar">{m.columns()}</h2>
        <p>{m.matched({ names: report.columns.map((column) => m[column]()).join(', ') })}</p>
        {report.ignoredHeadings.length === 0 ? null : (
          <>
            <p className="quiet">{m.unmatched()}</p>
            <div className={css.pair}>
              {report.ignoredHeadings.map((heading) => (
                <SelectField
                  key={heading}
                  label={heading}
                  value=""
                  options={[
                    { value: '', label: m.ignore() },
                    ...free.map(([column, known]) => ({ value: known as string, label: m[column]() })),
                  ]}
                  onChange={(known) => (known === '' ? undefined : onMatch(heading, known))}
                />
              ))}
            </div>
          </>
        )}
        {onMatchAnew === undefined ? null : (
          <div>
            <Button onPress={onMatchAnew}>{m.anew()}</Button>
          </div>
        )}
      </section>
      <section className="stack" aria-labelledby="satirlar">
        <h2 id="satirlar">{m.lines()}</h2>
        <p role="status">
          {m.figures({ ok: report.okCount, known: report.duplicateCount, failed: report.errorCount })}
        </p>
        <div className={css.scroll} tabIndex={0} role="region" aria-label={m.caption()}>
          <table className={css.table}>
            <caption className="visually-hidden">{m.caption()}</caption>
            <thead>
              <tr>
                <th scope="col">{m.line()}</th>
                <th scope="col">{m.outlet()}</th>
                <th scope="col">{m.name()}</th>
                <th scope="col">{m.email()}</th>
                <th scope="col">{m.verdict()}</th>
              </tr>
            </thead>
            <tbody>
              {report.lines.map((line) => (
                <tr key={line.line}>
                  <td>{line.line}</td>
                  <td>{line.outletName}</td>
                  <td>{line.name}</td>
                  <td>{line.email}</td>
                  <td>
                    <Mark tone={tones[line.status]}>{m[line.status]()}</Mark>
                    {line.problems.map(({ column, problem }) => (
                      <p key={`${column} ${problem}`} className="small">
                        {column ? m.problem({ column: m[column](), problem: m[problem]() }) : m[problem]()}
                      </p>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </div>
  );
}
