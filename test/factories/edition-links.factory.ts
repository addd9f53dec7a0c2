import { subscriptionUrl, type EditionLinks } from '../../apps/api/src/documents/edition-links';

/** Addresses of a newsroom at an origin that no real one has. */
export function buildEditionLinks(overrides: Partial<EditionLinks> = {}): EditionLinks {
  const page = 'https://basin.example/basin/2026/korfezin-alti-belediyesi';
  return {
    page,
    newsroom: 'https://basin.example/basin',
    subscription: subscriptionUrl('https://basin.example'),
    document: (format) => `${page}.${format}`,
    file: ({ fileId, fileName }) => `https://basin.example/basin/dosya/${fileId}/${fileName}`,
    ...overrides,
  };
}
