import { formatInstant } from '../../../lib/dates';
import { graphql, readFragment, Refusal, type FragmentOf } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { useAct } from '../../../lib/use-act';
import { Button } from '../../../ui/button';
import { ErrorSummary } from '../../../ui/feedback';
import { Confirm, useDisclosure } from '../../../ui/overlay';
import { toast } from '../../../ui/toast';
import css from '../administration.module.css';

const m = catalogue(
  {
    title: 'E-posta imzası (DKIM)',
    intro: 'Birim adına giden e-postalar bu anahtarla imzalanır; alıcı, kaydı birimin DNS’inden okuyup doğrular.',
    none: 'Henüz anahtar yok: e-postalar imzasız gidiyor ve istenmeyen klasörüne düşebilir.',
    since: 'Oluşturulma: {at}',
    name: 'DNS kaydının adı',
    type: 'Türü: TXT',
    value: 'Değeri',
    copyName: 'Adı kopyala',
    copyValue: 'Değeri kopyala',
    copied: 'Kopyalandı.',
    steps: 'DNS’e nasıl eklenir?',
    step1: 'Alan adınızı yöneten kişiye (genellikle bilgi işlem müdürlüğü) kaydın adını ve değerini iletin.',
    step2: 'Bu adla bir TXT kaydı açılsın. Değer uzunsa DNS paneli onu kendisi parçalara böler.',
    step3:
      'Kaydın yayılması bir güne kadar sürebilir. Eski anahtarın kaydı yoldaki e-postalar için bir hafta dursun, sonra silinsin.',
    create: 'Anahtar oluştur',
    renew: 'Anahtarı yenile',
    renewTitle: 'Yeni DKIM anahtarı',
    renewText:
      'E-postalar hemen yeni anahtarla imzalanır. Yeni kayıt DNS’e eklenene kadar alıcılar imzayı doğrulayamaz; bu yüzden bilgi işlem hazırken yenileyin.',
    renewWhy: 'Yılda bir ya da anahtarın başkasının eline geçtiğinden kuşkulanınca yenilemek yeter.',
    renewed: 'Yeni anahtar hazır. Şimdi DNS kaydını ekletin.',
  },
  {
    title: 'Mail signature (DKIM)',
    intro: 'Mails of the office are signed with this key; receivers check it by the record in the DNS of the office.',
    none: 'No key yet: mails go out unsigned and may be taken for spam.',
    since: 'Made: {at}',
    name: 'Name of the DNS record',
    type: 'Type: TXT',
    value: 'Value',
    copyName: 'Copy the name',
    copyValue: 'Copy the value',
    copied: 'Copied.',
    steps: 'How to add it to the DNS',
    step1: 'Give name and value of the record to whoever runs your domain, mostly the IT department.',
    step2: 'A TXT record of this name is made. DNS panels split long values by themselves.',
    step3:
      'It may take a day to spread. Keep the record of the former key for a week, for mails under way, then remove it.',
    create: 'Make a key',
    renew: 'Renew the key',
    renewTitle: 'A new DKIM key',
    renewText:
      'Mails are signed with the new key at once. Until its record is in the DNS receivers cannot check them, so renew when the IT department is ready.',
    renewWhy: 'Once a year is enough, or when somebody else may have got hold of the key.',
    renewed: 'The new key is ready. Now have its DNS record added.',
  },
);

export const DkimFields = graphql(`
  fragment OfficeDkim on Office {
    id
    dkimKey {
      domain
      selector
      dnsRecord
      createdAt
    }
  }
`);

const RenewMutation = graphql(
  `
    mutation OfficeRenewDkimKey($officeId: ID!) {
      officeRenewDkimKey(officeId: $officeId) {
        key {
          selector
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

interface DkimKeyProps {
  readonly data: FragmentOf<typeof DkimFields>;
  readonly onRenewed: () => void;
}

/** What the DNS of the office must say, and a new key. */
export function DkimKeySection({ data, onRenewed }: DkimKeyProps) {
  const { id, dkimKey } = readFragment(DkimFields, data);
  return (
    <section className={css.card} aria-labelledby="dkim">
      <div>
        <h2 id="dkim">{m.title()}</h2>
        <p className="quiet small">{m.intro()}</p>
      </div>
      {dkimKey === null ? (
        <p>{m.none()}</p>
      ) : (
        <>
          <Copied label={m.name()} verb={m.copyName()} text={`${dkimKey.selector}._domainkey.${dkimKey.domain}`} />
          <p>{m.type()}</p>
          <Copied label={m.value()} verb={m.copyValue()} text={dkimKey.dnsRecord} />
          <p className="quiet small">{m.since({ at: formatInstant(dkimKey.createdAt) })}</p>
        </>
      )}
      <details className={css.fold}>
        <summary>{m.steps()}</summary>
        <ol className={`${css.steps} small`}>
          <li>{m.step1()}</li>
          <li>{m.step2()}</li>
          <li>{m.step3()}</li>
        </ol>
      </details>
      <Renew officeId={id} verb={dkimKey === null ? m.create() : m.renew()} onRenewed={onRenewed} />
    </section>
  );
}

function Copied({ label, verb, text }: { readonly label: string; readonly verb: string; readonly text: string }) {
  return (
    <div className={css.copyRow}>
      <strong>{label}</strong>
      <code className={css.code}>{text}</code>
      <Button onPress={() => void navigator.clipboard.writeText(text).then(() => toast(m.copied()))}>{verb}</Button>
    </div>
  );
}

interface RenewProps {
  readonly officeId: string;
  readonly verb: string;
  readonly onRenewed: () => void;
}

function Renew({ officeId, verb, onRenewed }: RenewProps) {
  const { isOpen, open, close } = useDisclosure();
  const { run, isPending, errors } = useAct(RenewMutation);
  async function renew() {
    const { isDone } = await run({ officeId });
    if (!isDone) return;
    close();
    onRenewed();
    toast(m.renewed());
  }
  return (
    <div>
      <Button onPress={open}>{verb}</Button>
      <Confirm
        title={m.renewTitle()}
        isOpen={isOpen}
        onClose={close}
        onConfirm={renew}
        verb={verb}
        isPending={isPending}
      >
        <ErrorSummary errors={errors} />
        <p>{m.renewText()}</p>
        <p className="quiet">{m.renewWhy()}</p>
      </Confirm>
    </div>
  );
}
