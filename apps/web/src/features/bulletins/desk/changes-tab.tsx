import { catalogue } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { Button } from '../../../ui/button';
import { EmptyState } from '../../../ui/feedback';
import { ChangesSinceOlur } from './changes-since-olur';
import { signatureOf } from './desk-bulletin';
import { useDesk } from './desk-context';
import { useOpenTab } from './use-open-tab';
import { useRenew } from './use-renew';

const m = catalogue(
  {
    title: 'Olurumuzdan beri',
    none: 'Biriminiz bu bültene henüz yanıt vermedi.',
    noneText:
      'Olur verdikten sonra metinde değişen her şey burada, sözcük sözcük görünür. Bölümlerin bütün sürümleri Geçmiş sekmesinde.',
    history: 'Geçmişi aç',
    renew: 'Oluru yenile',
  },
  {
    title: 'Since our signature',
    none: 'Your office has not answered yet.',
    noneText:
      'After you sign, everything that changes in the text shows here word by word. All versions are in the history.',
    history: 'Open the history',
    renew: 'Renew signature',
  },
);

/** What changed since the acting office answered, with the way to renew right there. */
export function ChangesTab() {
  const { bulletin, refusal, isRunning } = useDesk();
  const { viewer } = useSession();
  const openTab = useOpenTab();
  const renew = useRenew();
  const own = signatureOf(bulletin, viewer.office?.id);
  if (own === undefined || own.answeredAt === null) {
    return (
      <EmptyState title={m.none()} action={<Button onPress={() => openTab('gecmis')}>{m.history()}</Button>}>
        {m.noneText()}
      </EmptyState>
    );
  }
  return (
    <section className="stack" aria-labelledby="olurdan-beri">
      <h2 id="olurdan-beri">{m.title()}</h2>
      <ChangesSinceOlur bulletinId={bulletin.id} />
      {own.status === 'STALE' ? (
        <div>
          <Button refusal={refusal('SIGN')} isPending={isRunning} onPress={() => void renew()}>
            {m.renew()}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
