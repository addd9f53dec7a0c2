import { Injectable } from '@nestjs/common';
import type { PublishedEdition } from '@domain/bulletins/edition';
import type { EditionLinks } from './edition-links';
import { loadLogos, type ReadFile } from './edition-logos';
import { mailHtml, mailSubject, mailText } from './edition-mail';
import { renderPdf } from './edition-pdf';
import { plainText, whatsappText } from './edition-text';
import { startTypst, type TypstCompiler } from './typst-compiler';

/**
 * A published edition as files and messages. It asks nobody whether the edition may go out: callers come here through the
 * release gate. Nothing is stored; the same edition gives the same words in every format.
 */
@Injectable()
export class DocumentsService {
  private typst: Promise<TypstCompiler> | null = null;

  /**
   * The bulletin as PDF/UA-1 on A4. `readFile` gives the logos of the offices.
   * Throws `PdfUnavailableError` on platforms without a native Typst of 0.14 or newer (see typst-compiler.ts).
   */
  async pdf(published: PublishedEdition, readFile: ReadFile): Promise<Buffer> {
    const typst = await this.compiler();
    const logos = await loadLogos(published.edition.offices, readFile);
    return renderPdf(typst, published, logos);
  }

  /** The bulletin as a Word file. `readFile` gives the logos of the offices. */
  async docx(published: PublishedEdition, readFile: ReadFile): Promise<Buffer> {
    const { renderDocx } = await import('./edition-docx.js'); // large and rarely wanted: not read at each start
    return renderDocx(published, await loadLogos(published.edition.offices, readFile));
  }

  /** The bulletin for newsrooms that paste text. */
  plainText(published: PublishedEdition, links: EditionLinks): string {
    return plainText(published, links);
  }

  /** Subject and both bodies of the mail, the same for every recipient. */
  mail(
    published: PublishedEdition,
    links: EditionLinks,
  ): { readonly subject: string; readonly text: string; readonly html: string } {
    return { subject: mailSubject(published), text: mailText(published, links), html: mailHtml(published, links) };
  }

  /** The message for journalists' groups. */
  whatsappText(published: PublishedEdition, links: EditionLinks): string {
    return whatsappText(published, links);
  }

  /** Typst is started at the first PDF and kept; a failed start is tried again at the next. */
  private async compiler(): Promise<TypstCompiler> {
    this.typst ??= startTypst();
    try {
      return await this.typst;
    } catch (error) {
      this.typst = null;
      throw error;
    }
  }
}
