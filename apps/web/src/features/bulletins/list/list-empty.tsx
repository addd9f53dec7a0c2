import { useQuery } from 'urql';
import { graphql } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { Button, LinkButton } from '../../../ui/button';
import { EmptyState } from '../../../ui/feedback';
import { isNarrowed, type BulletinListSearch } from './list-search';
import { tabWords } from './list-words';

const m = catalogue(
  {
    narrowed: 'Bu süzgeçlere uyan bülten yok',
    narrowedText: 'Başka bir sözcük deneyin ya da süzgeçleri kaldırın. Türkçe harfleri yazmanız gerekmez.',
    clear: 'Süzgeçleri temizle',
    tab: 'Bu durumda bülten yok: {state}',
    tabText: 'Bültenler taslaktan görüşe, olura ve servise ilerledikçe burada görünür.',
    all: 'Bütün bültenleri göster',
    first: 'Henüz bülten yok',
    firstText:
      'Biriminizin taslakları, ortak bültenler ve servis edilen metinler burada durur. İlkini yazın ya da birimlerinizden birinin sizi çağırmasını bekleyin.',
    write: 'Bülten yaz',
    sample: 'Örnek ortak bülten',
  },
  {
    narrowed: 'No bulletin fits these filters',
    narrowedText: 'Try another word or remove the filters. Turkish letters are optional.',
    clear: 'Clear filters',
    tab: 'No bulletin in this state: {state}',
    tabText: 'Bulletins appear here as they move from draft to review, sign-off and release.',
    all: 'Show all bulletins',
    first: 'No bulletins yet',
    firstText:
      'Drafts of your office, joint bulletins and released texts will be here. Write the first one, or wait to be invited.',
    write: 'Write a bulletin',
    sample: 'Sample joint bulletin',
  },
);

const SampleQuery = graphql(`
  query SampleTemplate {
    bulletinTemplates {
      id
      name
    }
  }
`);

interface ListEmptyProps {
  readonly search: BulletinListSearch;
  readonly mayWrite: boolean;
  readonly onGo: (search: BulletinListSearch) => void;
}

/** Nothing to show: because of the filters, in this state, or at all; each with its way on. */
export function ListEmpty({ search, mayWrite, onGo }: ListEmptyProps) {
  const { durum } = search;
  if (isNarrowed(search) || search.sonra !== undefined) {
    const cleared = durum === undefined ? {} : { durum };
    return (
      <EmptyState title={m.narrowed()} action={<Button onPress={() => onGo(cleared)}>{m.clear()}</Button>}>
        {m.narrowedText()}
      </EmptyState>
    );
  }
  if (durum !== undefined) {
    return (
      <EmptyState
        title={m.tab({ state: tabWords[durum]() })}
        action={<Button onPress={() => onGo({})}>{m.all()}</Button>}
      >
        {m.tabText()}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={m.first()} action={mayWrite ? <FirstActs /> : undefined}>
      {m.firstText()}
    </EmptyState>
  );
}

/** The first bulletin: empty, or from the first template of the office. */
function FirstActs() {
  const [{ data }] = useQuery({ query: SampleQuery });
  const sample = data?.bulletinTemplates[0];
  return (
    <span className="row">
      <LinkButton look="primary" href="/bultenler/yeni">
        {m.write()}
      </LinkButton>
      {sample === undefined ? null : <LinkButton href={`/bultenler/yeni?sablon=${sample.id}`}>{m.sample()}</LinkButton>}
    </span>
  );
}
