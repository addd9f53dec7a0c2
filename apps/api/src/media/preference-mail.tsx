import { renderToString } from 'preact-render-to-string';

export interface PreferenceMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const subject = 'Basın bülteni tercihleriniz';
const intro = 'Basın bülteni tercihlerinizi görmek ve değiştirmek için bir bağlantı istediniz.';
const outro = 'Bu isteği siz yapmadıysanız bir şey yapmanız gerekmez; tercihleriniz olduğu gibi kalır.';
const linkLabel = 'Tercihlerimi aç';
const sender = 'Balıkesir belediyeleri ortak basın odası';

/** The mail with the link to somebody's own preferences. */
export function renderPreferenceMail(url: string): PreferenceMail {
  const html = renderToString(
    <html lang="tr">
      <body>
        <p>{intro}</p>
        <p>
          <a href={url}>{linkLabel}</a>
        </p>
        <p>{outro}</p>
        <p>{sender}</p>
      </body>
    </html>,
  );
  return { subject, text: [intro, url, outro, sender].join('\n\n') + '\n', html: `<!doctype html>${html}` };
}
