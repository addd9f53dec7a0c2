import { catalogue } from '../../lib/messages';
import { Page } from '../../ui/page';

const m = catalogue({ title: 'Bültenler' }, { title: 'Bulletins' });

export function BulletinListPage() {
  return <Page title={m.title()}>…</Page>;
}
