import type { ErrorComponentProps } from '@tanstack/react-router';
import { catalogue } from '../lib/messages';
import { Button, LinkButton } from '../ui/button';
import { EmptyState } from '../ui/feedback';
import { Page } from '../ui/page';

const m = catalogue(
  {
    notFound: 'Sayfa bulunamadı',
    notFoundTitle: 'Bu adreste bir sayfa yok.',
    notFoundText:
      'Adres yanlış yazılmış ya da kayıt kaldırılmış olabilir; size açık olmayan bir kayıt da böyle görünür.',
    today: 'Bugüne dön',
    failed: 'Sayfa açılamadı',
    failedTitle: 'Beklenmeyen bir sorun oluştu.',
    failedText: 'Yazdıklarınız bu cihazda duruyor. Sayfayı yenileyin; yinelenirse sorumlunuza iletin.',
    reload: 'Sayfayı yenile',
  },
  {
    notFound: 'Page not found',
    notFoundTitle: 'There is no page at this address.',
    notFoundText: 'The address may be mistyped or the record removed; a record that is not open to you looks the same.',
    today: 'Back to today',
    failed: 'The page could not be opened',
    failedTitle: 'An unexpected problem came up.',
    failedText:
      'What you wrote is kept on this device. Reload the page; if it happens again, tell whoever is in charge.',
    reload: 'Reload',
  },
);

export function NotFoundPage() {
  return (
    <main>
      <Page title={m.notFound()} width="text">
        <EmptyState title={m.notFoundTitle()} action={<LinkButton href="/">{m.today()}</LinkButton>}>
          {m.notFoundText()}
        </EmptyState>
      </Page>
    </main>
  );
}

export function FailedPage({ error }: ErrorComponentProps) {
  return (
    <Page title={m.failed()} width="text">
      <EmptyState title={m.failedTitle()} action={<Button onPress={() => location.reload()}>{m.reload()}</Button>}>
        {m.failedText()} <code>{error instanceof Error ? error.message : String(error)}</code>
      </EmptyState>
    </Page>
  );
}
