import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useQuery } from 'urql';
import { graphql, readFragment, Refusal, type FragmentOf } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { useAct } from '../../lib/use-act';
import { Button, LinkButton } from '../../ui/button';
import { Form } from '../../ui/form';
import { Banner, errorFor, errorsBeside, ErrorSummary } from '../../ui/feedback';
import { SelectField, TextField } from '../../ui/field';
import { headingsOf, readText, renameHeading, toBase64 } from './csv-file';
import { ImportPreview, ImportReportFragment } from './import-preview';
import { MediaFrame } from './media-frame';
import { legalBases, optionsOf, type LegalBasis } from './media-words';
import css from './media.module.css';

const m = catalogue(
  {
    intro:
      'Bir CSV dosyası seçin (Excel: Farklı kaydet, CSV). Önce her satırın ne olacağını görürsünüz; siz onaylamadan hiçbir şey eklenmez.',
    choose: 'Dosya seç',
    another: 'Başka dosya seç',
    file: 'Dosya: {name}',
    noAddresses:
      'Dosyada e-posta adreslerinin sütunu tanınmadı. İlk satırda sütun başlıkları bulunmalı ve her başlık bir kez geçmelidir.',
    addresses: 'E-posta adresleri hangi sütunda',
    chooseColumn: 'Sütun seçin',
    legalBasis: 'Hukuki dayanak (satırda yoksa)',
    source: 'Adresler nereden alındı',
    notice: 'Aydınlatma tarihi',
    list: 'Eklenenler şu listeye de konsun',
    noList: 'Listeye konmasın',
    declaration: 'Dayanak ve ekleme',
    statement: 'Beyanınız',
    statementHint: 'Bu adresleri hangi hakla tuttuğunuzu bir cümleyle yazın; içe aktarma kaydında saklanır.',
    run: 'Uygun satırları ekle: {count}',
    none: 'Dosyada eklenebilecek satır yok. Yukarıdaki hataları düzeltip dosyayı yeniden seçin.',
    done: 'Eklenen: {added} · Yinelenen: {known} · Hatalı, eklenmeyen: {failed}',
    toGuide: 'Rehbere git',
  },
  {
    intro:
      'Choose a CSV file (Excel: save as, CSV). First you see what becomes of each line; nothing is added before you agree.',
    choose: 'Choose a file',
    another: 'Choose another file',
    file: 'File: {name}',
    noAddresses:
      'The column of e-mail addresses was not found. The first line must hold the headings, each of them once.',
    addresses: 'Which column holds the e-mail addresses',
    chooseColumn: 'Choose a column',
    legalBasis: 'Legal basis (where the line has none)',
    source: 'Where the addresses are from',
    notice: 'Privacy notice given on',
    list: 'Put those added on this list too',
    noList: 'On no list',
    declaration: 'Ground and import',
    statement: 'Your statement',
    statementHint: 'Say in one sentence by what right you keep these addresses; it is kept with the import.',
    run: 'Add the lines that are fine: {count}',
    none: 'The file has no line that can be added. Mend the faults above and choose the file again.',
    done: 'Added: {added} · Already there: {known} · Faulty, not added: {failed}',
    toGuide: 'To the guide',
  },
);

const ListsQuery = graphql(`
  query MediaImportLists {
    mediaLists {
      id
      name
      viewerCan
    }
  }
`);

const PreviewMutation = graphql(
  `
    mutation MediaImportPreview($input: MediaImportPreviewInput!) {
      mediaImportPreview(input: $input) {
        report {
          okCount
          ...ImportReport_report
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [ImportReportFragment, Refusal],
);

const ImportMutation = graphql(
  `
    mutation MediaImport($input: MediaImportInput!) {
      mediaImport(input: $input) {
        report {
          ...ImportReport_report
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [ImportReportFragment, Refusal],
);

/** What the API calls the column of addresses. */
const addressHeading = 'E-posta';

/** A file with the headings as the person matched them, and as it came. */
interface ChosenFile {
  readonly name: string;
  readonly text: string;
  readonly original: string;
}

type Report = FragmentOf<typeof ImportReportFragment>;

/** `/rehber/aktar`: choose a file, match its columns, see every line judged, declare the right to it, bring it in. */
export function ImportPage() {
  const preview = useAct(PreviewMutation);
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [report, setReport] = useState<Report | null>(null);
  const [outcome, setOutcome] = useState<Report | null>(null);

  async function look(chosen: ChosenFile) {
    setFile(chosen);
    setOutcome(null);
    setReport(null);
    const answer = await preview.run({ input: { csvBase64: toBase64(chosen.text) } });
    if (answer.isDone) setReport(answer.payload.report);
  }

  const isUnread = preview.errors.some(({ code }) => code === 'INVALID');

  return (
    <MediaFrame>
      <p>{m.intro()}</p>
      <div className="row">
        <FileTrigger
          acceptedFileTypes={['text/csv', '.csv', 'text/plain']}
          onSelect={(files) => {
            const chosen = files?.[0];
            if (chosen) void readText(chosen).then((text) => look({ name: chosen.name, text, original: text }));
          }}
        >
          <Button look={file === null ? 'primary' : 'plain'} isPending={preview.isPending}>
            {file === null ? m.choose() : m.another()}
          </Button>
        </FileTrigger>
        {file === null ? null : <span>{m.file({ name: file.name })}</span>}
      </div>
      {file === null || !isUnread ? (
        <ErrorSummary errors={preview.errors} />
      ) : (
        <AddressColumn text={file.text} onMatch={(text) => void look({ ...file, text })} />
      )}
      {outcome === null ? null : <Done report={outcome} />}
      {file === null || report === null || outcome !== null ? null : (
        <>
          <ImportPreview
            report={report}
            onMatch={(from, to) => {
              const { delimiter } = readFragment(ImportReportFragment, report);
              void look({ ...file, text: renameHeading(file.text, delimiter, from, to) });
            }}
            {...(file.text === file.original ? {} : { onMatchAnew: () => void look({ ...file, text: file.original }) })}
          />
          <Declaration csv={file.text} report={report} onDone={setOutcome} />
        </>
      )}
    </MediaFrame>
  );
}

/** The file has no column that is known to hold the addresses: the person says which it is. */
function AddressColumn({ text, onMatch }: { readonly text: string; readonly onMatch: (text: string) => void }) {
  const { delimiter, headings } = headingsOf(text);
  return (
    <>
      <Banner tone="warn">{m.noAddresses()}</Banner>
      {headings.length < 2 ? null : (
        <SelectField
          label={m.addresses()}
          value={null}
          placeholder={m.chooseColumn()}
          options={headings.map((heading) => ({ value: heading, label: heading }))}
          onChange={(heading) => onMatch(renameHeading(text, delimiter, heading, addressHeading))}
        />
      )}
    </>
  );
}

function Done({ report }: { readonly report: Report }) {
  const { okCount, duplicateCount, errorCount } = readFragment(ImportReportFragment, report);
  return (
    <Banner tone="ok">
      <p>{m.done({ added: okCount, known: duplicateCount, failed: errorCount })}</p>
      <LinkButton href="/rehber">{m.toGuide()}</LinkButton>
    </Banner>
  );
}

interface DeclarationProps {
  readonly csv: string;
  readonly report: Report;
  readonly onDone: (report: Report) => void;
}

function Declaration({ csv, report, onDone }: DeclarationProps) {
  const { okCount } = readFragment(ImportReportFragment, report);
  const [{ data }] = useQuery({ query: ListsQuery });
  const { run, isPending, errors } = useAct(ImportMutation);
  const [legalBasis, setLegalBasis] = useState<LegalBasis>('MADE_PUBLIC');
  const [source, setSource] = useState('');
  const [noticeGivenOn, setNoticeGivenOn] = useState('');
  const [listId, setListId] = useState('');
  const [consentStatement, setConsentStatement] = useState('');
  const lists = data?.mediaLists.filter(({ viewerCan }) => viewerCan.includes('EDIT')) ?? [];
  if (okCount === 0) return <Banner tone="warn">{m.none()}</Banner>;

  async function bringIn() {
    const answer = await run({
      input: {
        csvBase64: toBase64(csv),
        legalBasis,
        source: source.trim(),
        consentStatement: consentStatement.trim(),
        noticeGivenOn: noticeGivenOn === '' ? null : noticeGivenOn,
        listId: listId === '' ? null : listId,
      },
    });
    if (answer.isDone && answer.payload.report) onDone(answer.payload.report);
  }

  return (
    <Form
      aria-labelledby="beyan"
      className={`stack ${css.card}`}
      onSubmit={(event) => {
        event.preventDefault();
        void bringIn();
      }}
    >
      <h2 id="beyan">{m.declaration()}</h2>
      <ErrorSummary errors={errorsBeside(errors, ['source', 'consentStatement', 'noticeGivenOn'])} />
      <div className={css.pair}>
        <SelectField
          label={m.legalBasis()}
          value={legalBasis}
          options={optionsOf(legalBases)}
          onChange={setLegalBasis}
        />
        <TextField
          label={m.source()}
          value={source}
          onChange={setSource}
          error={errorFor(errors, 'source')}
          isRequired
        />
        <TextField
          label={m.notice()}
          type="date"
          value={noticeGivenOn}
          onChange={setNoticeGivenOn}
          error={errorFor(errors, 'noticeGivenOn')}
          isOptional
        />
        <SelectField
          label={m.list()}
          value={listId}
          options={[{ value: '', label: m.noList() }, ...lists.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={setListId}
        />
      </div>
      <TextField
        label={m.statement()}
        hint={m.statementHint()}
        rows={2}
        value={consentStatement}
        onChange={setConsentStatement}
        error={errorFor(errors, 'consentStatement')}
        isRequired
      />
      <div>
        <Button type="submit" look="primary" isPending={isPending}>
          {m.run({ count: okCount })}
        </Button>
      </div>
    </Form>
  );
}
