import type { VNode } from 'preact';
import type { PublishedEdition } from '@domain/bulletins/edition';
import { bulletinPath } from '../newsroom.addresses';
import { momentOf } from '../newsroom.dates';
import { TEXTS } from '../newsroom.texts';
import type { Neighbour, NewsroomTag } from '../published-editions';

export interface BulletinPageContent {
  readonly published: PublishedEdition;
  readonly tags: readonly NewsroomTag[];
  readonly older: Neighbour | null;
  readonly newer: Neighbour | null;
}

/** First publication and last change, both always shown. Source: Law 5187 art. 4 as amended by Law 7418. */
export function Dates({ published }: { readonly published: PublishedEdition }): VNode {
  return (
    <dl class="dates">
      <Moment label={TEXTS.bulletin.published} instant={published.firstPublishedAt} />
      <Moment label={TEXTS.bulletin.updated} instant={published.updatedAt} />
    </dl>
  );
}

/** A labelled instant in a `dl`. */
export function Moment({ label, instant }: { readonly label: string; readonly instant: string }): VNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <time dateTime={instant}>{momentOf(instant)}</time>
      </dd>
    </div>
  );
}

/** What a reader must know before the text: that it was corrected, or corrects another. */
export function CorrectionNotices({ published }: { readonly published: PublishedEdition }): VNode {
  const texts = TEXTS.bulletin;
  const { correctedBy, edition } = published;
  const { corrects } = edition;
  return (
    <>
      {correctedBy === null ? null : (
        <section class="notice" aria-labelledby="duzeltildi">
          <h2 class="notice-title" id="duzeltildi">
            {texts.correctionTitle} <time dateTime={correctedBy.at}>{momentOf(correctedBy.at)}</time>
          </h2>
          <p>{correctedBy.note}</p>
          <p>
            <a href={bulletinPath(correctedBy)}>{texts.correctionLink(correctedBy.number)}</a>
          </p>
        </section>
      )}
      {corrects === null ? null : (
        <section class="notice" aria-labelledby="duzeltir">
          <h2 class="notice-title" id="duzeltir">
            {texts.correctsTitle}
          </h2>
          <p>{corrects.note}</p>
          <p>
            <a href={bulletinPath(corrects)}>{texts.correctsLink(corrects.number)}</a>
          </p>
        </section>
      )}
    </>
  );
}

/** Links to the bulletins before and after. */
export function Neighbours({
  older,
  newer,
}: {
  readonly older: Neighbour | null;
  readonly newer: Neighbour | null;
}): VNode | null {
  if (older === null && newer === null) return null;
  return (
    <nav class="neighbours" aria-label={TEXTS.bulletin.neighbours}>
      {older === null ? null : <NeighbourLink neighbour={older} label={TEXTS.bulletin.older} rel="prev" />}
      {newer === null ? null : <NeighbourLink neighbour={newer} label={TEXTS.bulletin.newer} rel="next" />}
    </nav>
  );
}

function NeighbourLink(props: {
  readonly neighbour: Neighbour;
  readonly label: string;
  readonly rel: 'prev' | 'next';
}): VNode {
  return (
    <a class={`neighbour neighbour-${props.rel}`} href={bulletinPath(props.neighbour)} rel={props.rel}>
      <span class="neighbour-label">{props.label}</span>{' '}
      <span class="neighbour-headline">{props.neighbour.headline}</span>
    </a>
  );
}
