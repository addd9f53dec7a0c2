import { catalogue } from '../../lib/messages';
import { Page } from '../../ui/page';

const m = catalogue({ title: 'Bugün' }, { title: 'Today' });

export function TodayPage() {
  return <Page title={m.title()}>…</Page>;
}
