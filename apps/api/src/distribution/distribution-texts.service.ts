import { Injectable } from '@nestjs/common';
import type { PublishedEdition } from '@domain/bulletins/edition';
import { Env } from '../config/env';
import { DocumentsService } from '../documents/documents.service';
import { editionLinks } from '../newsroom/newsroom.links';
import type { BulletinTextsType } from './distribution.type';

/** A bulletin as texts for hands that copy and paste. */
@Injectable()
export class DistributionTexts {
  constructor(
    private readonly documents: DocumentsService,
    private readonly env: Env,
  ) {}

  of(published: PublishedEdition): BulletinTextsType {
    const links = editionLinks(this.env.BASE_URL, published.edition);
    return {
      plain: this.documents.plainText(published, links),
      whatsapp: this.documents.whatsappText(published, links),
    };
  }
}
