import { useQuery } from 'urql';
import { graphql, Refusal, type ResultOf } from '../../lib/graphql';
import { catalogue, sentenceOf } from '../../lib/messages';
import { useAct } from '../../lib/use-act';
import { ErrorSummary, Loaded } from '../../ui/feedback';
import { SelectField } from '../../ui/field';
import { toast } from '../../ui/toast';
import { AccountFrame } from './account-frame';
import css from './account-frame.module.css';

const m = catalogue(
  {
    intro:
      'Çalışma alanındaki bildirimler hep anında gelir. Burada hangisinin e-postayla da geleceğini seçin; günlük özet 08.30’da gönderilir.',
    IMMEDIATELY: 'Hemen',
    DAILY: 'Günlük özette',
    NEVER: 'E-posta gelmesin',
    byDefault: '(önerilen)',
    kept: 'Tercihiniz kaydedildi.',
    INVITED: 'Ortak bültene davet',
    SIGNATURE_NEEDED: 'Olurunuz bekleniyor',
    SIGNATURE_VOIDED: 'Olurunuz yenilenmeli',
    SIGNATURE_REMINDED: 'Olurunuz hatırlatıldı',
    SIGNED: 'Bir birim olur verdi',
    RETURNED: 'Düzeltme istendi',
    DECLINED: 'Bir birim ayrıldı',
    SIGNATURE_WITHDRAWN: 'Bir olur geri alındı',
    MENTIONED: 'Yorumda adınız geçti',
    COMMENTED: 'Katıldığınız yorumda yanıt',
    SUGGESTIONS_WAITING: 'Metninize öneri yapıldı',
    SUGGESTION_DECIDED: 'Önerinize karar verildi',
    RELEASE_APPROVED: 'Servis onaylandı',
    RELEASED: 'Servis edildi',
    RELEASE_REFUSED: 'Saatinde servis edilemedi',
    WITHDRAWN: 'Geri çekildi',
    CORRECTION_BEGUN: 'Düzeltme başladı',
    SIGNOFF_DUE_SOON: 'Yanıt süresi doluyor',
    SIGNOFF_LAPSED: 'Yanıt süresi doldu',
    EMBARGO_ENDS_UNSIGNED: 'Ambargo bitiyor, olurlar eksik',
  },
  {
    intro:
      'In the workspace notifications always come at once. Choose here which also come by e-mail; the daily digest leaves at 08.30.',
    IMMEDIATELY: 'At once',
    DAILY: 'In the daily digest',
    NEVER: 'No e-mail',
    byDefault: '(recommended)',
    kept: 'Your choice was saved.',
    INVITED: 'Invited to a joint bulletin',
    SIGNATURE_NEEDED: 'Your signature is awaited',
    SIGNATURE_VOIDED: 'Your signature must be renewed',
    SIGNATURE_REMINDED: 'You were reminded to sign',
    SIGNED: 'An office signed',
    RETURNED: 'Changes were asked for',
    DECLINED: 'An office stepped out',
    SIGNATURE_WITHDRAWN: 'A signature was withdrawn',
    MENTIONED: 'You were mentioned in a comment',
    COMMENTED: 'An answer in a thread of yours',
    SUGGESTIONS_WAITING: 'Something was proposed for your text',
    SUGGESTION_DECIDED: 'Your suggestion was decided',
    RELEASE_APPROVED: 'The release was approved',
    RELEASED: 'It was released',
    RELEASE_REFUSED: 'It could not be released on time',
    WITHDRAWN: 'It was withdrawn',
    CORRECTION_BEGUN: 'A correction began',
    SIGNOFF_DUE_SOON: 'The time to answer ends soon',
    SIGNOFF_LAPSED: 'The time to answer has ended',
    EMBARGO_ENDS_UNSIGNED: 'The embargo ends, signatures are missing',
  },
);

const PreferencesQuery = graphql(`
  query NotificationPreferences {
    viewer {
      user {
        id
      }
      preferences {
        notifications {
          kind
          pace
          defaultPace
        }
      }
    }
  }
`);

const UpdateMutation = graphql(
  `
    mutation NotificationPreferencesUpdate($input: ViewerNotificationPreferencesUpdateInput!) {
      viewerNotificationPreferencesUpdate(input: $input) {
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

type Kind = ResultOf<typeof PreferencesQuery>['viewer']['preferences']['notifications'][number]['kind'];

const paces = ['IMMEDIATELY', 'DAILY', 'NEVER'] as const;

/** Per kind: mailed at once, in the daily digest, or not. Saved with each choice. */
export function NotificationPreferencesPage() {
  const [result, readAgain] = useQuery({ query: PreferencesQuery, requestPolicy: 'network-only' });
  const { run, errors } = useAct(UpdateMutation);
  const again = () => readAgain({ requestPolicy: 'network-only' });

  async function keep(kind: Kind, pace: (typeof paces)[number]) {
    const { isDone } = await run({ input: { notifications: [{ kind, pace }] } });
    if (isDone) toast(m.kept());
    again();
  }

  return (
    <AccountFrame>
      <p>{m.intro()}</p>
      <ErrorSummary errors={errors} />
      <Loaded result={result} onRetry={again}>
        {({ viewer: { preferences } }) => (
          <ul className={css.rows}>
            {preferences.notifications.map(({ kind, pace, defaultPace }) => (
              <li key={kind} className={css.rowItem}>
                <SelectField
                  label={sentenceOf(m, kind)}
                  value={pace}
                  options={paces.map((value) => ({
                    value,
                    label: value === defaultPace ? `${sentenceOf(m, value)} ${m.byDefault()}` : sentenceOf(m, value),
                  }))}
                  onChange={(chosen) => void keep(kind, chosen)}
                />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </AccountFrame>
  );
}
