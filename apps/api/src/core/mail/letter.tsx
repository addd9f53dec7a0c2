import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';

/**
 * The frame of every letter from the workspace to one person: greeting, paragraphs, signature, the small print. As HTML
 * and as plain text; what stands in it is the module's own.
 */

export interface MailWords {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const signature = 'Tek Ses';
const footnote = 'Bu ileti kendiliğinden gönderildi; yanıtlamanız gerekmez.';

const style = {
  page: 'margin:0;padding:16px 8px;background:#eef1f3;color:#1b1f23',
  sheet:
    "max-width:560px;margin:0 auto;padding:24px 20px;background:#ffffff;border-top:4px solid #0b4f5c;font-family:-apple-system,'Segoe UI',Roboto,Arial,sans-serif;font-size:16px;line-height:1.5;overflow-wrap:anywhere",
  paragraph: 'margin:0 0 14px',
  link: 'color:#0b4f5c',
  small: 'margin:20px 0 0;padding-top:12px;border-top:1px solid #d5dade;font-size:13px;color:#51585f',
} as const;

/** What the small print says besides that nobody reads answers: a label and the address it is about. */
export interface SmallPrint {
  readonly label: string;
  readonly link: string;
}

/** The parts as plain text, an empty line between them. */
export function letterText(parts: readonly string[], more?: SmallPrint): string {
  const small = more ? [footnote, more.label, more.link] : [footnote];
  return `${[...parts, signature, `-- \n${small.join('\n')}`].join('\n\n')}\n`;
}

/** The content as an HTML document; `subject` is its title. */
export function letterHtml(subject: string, content: ComponentChildren, more?: SmallPrint): string {
  const document = (
    <html lang="tr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{subject}</title>
      </head>
      <body style={style.page}>
        <div style={style.sheet}>
          {content}
          <Paragraph>{signature}</Paragraph>
          <p style={style.small}>
            {footnote}
            {more && (
              <>
                {' '}
                {more.label} <LetterLink href={more.link}>{more.link}</LetterLink>
              </>
            )}
          </p>
        </div>
      </body>
    </html>
  );
  return `<!DOCTYPE html>${renderToString(document)}`;
}

export function Paragraph({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <p style={style.paragraph}>{children}</p>;
}

/** A link in the colour of the letter. */
export function LetterLink({
  href,
  children,
}: {
  readonly href: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <a href={href} style={style.link}>
      {children}
    </a>
  );
}
