import { Test } from '@nestjs/testing';
import { buildEditionLinks } from '../../../../test/factories/edition-links.factory';
import { buildPublishedEdition } from '../../../../test/factories/edition.factory';
import { DocumentsModule } from './documents.module';
import { DocumentsService } from './documents.service';

const noFile = (): Promise<Buffer> => Promise.reject(new Error('No file was expected to be read'));

it('gives every format of an edition', async () => {
  const module = await Test.createTestingModule({ imports: [DocumentsModule] }).compile();
  const documents = module.get(DocumentsService);
  const published = buildPublishedEdition();
  const links = buildEditionLinks();

  const [first, second] = await Promise.all([documents.pdf(published, noFile), documents.pdf(published, noFile)]);
  expect(first.subarray(0, 5).toString()).toBe('%PDF-');
  expect(second.equals(first)).toBe(true);
  expect((await documents.docx(published, noFile)).subarray(0, 2).toString()).toBe('PK');
  expect(documents.plainText(published, links)).toMatch(/^EDREMİT BELEDİYESİ\n/);
  expect(documents.whatsappText(published, links)).toMatch(/^\*Körfez’in/);
  expect(documents.mail(published, links)).toMatchObject({
    subject: published.edition.headline,
    text: expect.stringMatching(/^EDREMİT BELEDİYESİ\n/) as string,
    html: expect.stringMatching(/^<!DOCTYPE html>/) as string,
  });
  await module.close();
});
