import type { VNode } from 'preact';
import { absolute } from '../newsroom.addresses';
import { TEXTS } from '../newsroom.texts';
import type { Frame } from './document';

interface OpenGraphProps {
  readonly frame: Frame;
  readonly type: 'website' | 'article';
  readonly title: string;
  readonly description: string;
  readonly path: string;
  readonly image?: {
    readonly path: string;
    readonly alt: string | null;
    readonly width?: number;
    readonly height?: number;
  };
  /** Only for articles; UTC, ISO 8601. */
  readonly article?: { readonly publishedAt: string; readonly modifiedAt: string; readonly tags: readonly string[] };
}

/** Open Graph (ogp.me): what messaging and social applications show for a link. */
export function OpenGraph({ frame, type, title, description, path, image, article }: OpenGraphProps): VNode {
  return (
    <>
      <meta property="og:type" content={type} />
      <meta property="og:site_name" content={TEXTS.name} />
      <meta property="og:locale" content={TEXTS.locale} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={absolute(frame.baseUrl, path)} />
      {image === undefined ? null : (
        <>
          <meta property="og:image" content={absolute(frame.baseUrl, image.path)} />
          {image.width === undefined ? null : <meta property="og:image:width" content={String(image.width)} />}
          {image.height === undefined ? null : <meta property="og:image:height" content={String(image.height)} />}
          {image.alt === null ? null : <meta property="og:image:alt" content={image.alt} />}
        </>
      )}
      {article === undefined ? null : (
        <>
          <meta property="article:published_time" content={article.publishedAt} />
          <meta property="article:modified_time" content={article.modifiedAt} />
          {article.tags.map((tag) => (
            <meta property="article:tag" content={tag} />
          ))}
        </>
      )}
      <meta name="twitter:card" content={image === undefined ? 'summary' : 'summary_large_image'} />
    </>
  );
}
