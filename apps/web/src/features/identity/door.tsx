import type { ReactNode } from 'react';
import { catalogue } from '../../lib/messages';
import { Page } from '../../ui/page';
import css from './door.module.css';

const m = catalogue(
  {
    product: 'Tek Ses',
    motto: 'Belediye basın birimlerinin ortak çalışma alanı',
    newsroom: 'Gazeteciler için basın odası',
  },
  {
    product: 'Tek Ses',
    motto: 'The shared workspace of municipal press offices',
    newsroom: 'Newsroom for journalists',
  },
);

/** The frame of the pages before the sign-in: whose door it is, one thing to do, and the way to the public side. */
export function Door({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={css.door}>
      <header className={css.brand}>
        <img src="/simge.svg" alt="" width={40} height={40} />
        <div>
          <p className={css.name}>{m.product()}</p>
          <p className="quiet small">{m.motto()}</p>
        </div>
      </header>
      <main className={css.card}>
        <Page title={title} width="text">
          {children}
        </Page>
      </main>
      <footer className={css.foot}>
        <a href="/basin">{m.newsroom()}</a>
      </footer>
    </div>
  );
}
