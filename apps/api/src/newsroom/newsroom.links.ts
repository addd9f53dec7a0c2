import type { Edition } from '@domain/bulletins/edition';
import { subscriptionUrl, type EditionLinks } from '../documents/edition-links';
import { absolute, bulletinPath, documentPath, filePath, NEWSROOM_PATH } from './newsroom.addresses';

/** The public addresses of an edition, for files, mails and messages. `baseUrl` is the public origin. */
export function editionLinks(baseUrl: string, edition: Edition): EditionLinks {
  return {
    page: absolute(baseUrl, bulletinPath(edition)),
    newsroom: absolute(baseUrl, NEWSROOM_PATH),
    subscription: subscriptionUrl(baseUrl),
    document: (format) => absolute(baseUrl, documentPath(edition, format)),
    file: (file) => absolute(baseUrl, filePath(file)),
  };
}
