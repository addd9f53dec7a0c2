import type { VNode } from 'preact';
import { CROPS, croppedSize, type CropName, type Size } from '@domain/files/crop';
import { bulletinPath, cropPath } from '../newsroom.addresses';
import { dayKeyOf, dayOf, momentOf, timeOf } from '../newsroom.dates';
import { TEXTS } from '../newsroom.texts';
import type { LeadImage, NewsroomOffice, PublishedSummary } from '../published-editions';
import { Highlighted } from './highlight';
import { OfficeCodes } from './office-mark';

const RENDITION_WIDTH = 800;
const WIDEST_RENDITION = 1600;

interface ListProps {
  readonly items: readonly PublishedSummary[];
  readonly offices: readonly NewsroomOffice[];
  /** Words of a search, marked where they are found. */
  readonly query?: string;
}

/** Bulletins under the day of their first publication, newest first. */
export function BulletinList({ items, offices, query }: ListProps): VNode {
  const days = groupByDay(items);
  return (
    <div class="days">
      {days.map(({ day, items: ofDay }) => (
        <section class="day">
          <h2 class="day-name">{day}</h2>
          <ol class="plain rows">
            {ofDay.map((item) => (
              <li>
                {item.withdrawnAt === null ? (
                  <Row item={item} offices={offices} query={query} />
                ) : (
                  <WithdrawnRow item={item} />
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** The newest bulletin, large. */
export function Featured({
  item,
  offices,
}: {
  readonly item: PublishedSummary;
  readonly offices: readonly NewsroomOffice[];
}): VNode {
  const hasImage = item.leadImage !== null;
  return (
    <article class={hasImage ? 'featured featured-with-image' : 'featured'}>
      <div class="featured-words">
        <p class="row-time">
          <time dateTime={item.firstPublishedAt}>{momentOf(item.firstPublishedAt)}</time>
        </p>
        <h2 class="featured-headline">
          <a href={bulletinPath(item)}>{item.headline}</a>
        </h2>
        <p class="featured-spot">{item.spot}</p>
        <RowFacts item={item} offices={offices} />
      </div>
      {item.leadImage === null ? null : <Thumbnail image={item.leadImage} crop="buyuk" loading="eager" />}
    </article>
  );
}

function Row({
  item,
  offices,
  query,
}: {
  readonly item: PublishedSummary;
  readonly offices: readonly NewsroomOffice[];
  readonly query?: string;
}): VNode {
  return (
    <article class={item.leadImage === null ? 'row' : 'row row-with-image'}>
      <p class="row-time">
        <time dateTime={item.firstPublishedAt}>{timeOf(item.firstPublishedAt)}</time>
      </p>
      <div class="row-words">
        <h3 class="row-headline">
          <a href={bulletinPath(item)}>
            <Highlighted text={item.headline} query={query} />
          </a>
        </h3>
        <p class="row-spot">
          <Highlighted text={item.spot} query={query} />
        </p>
      </div>
      <RowFacts item={item} offices={offices} />
      {item.leadImage === null ? null : <Thumbnail image={item.leadImage} crop="kucuk" loading="lazy" />}
    </article>
  );
}

/** What was taken back keeps its line and its address, without a word of the text. */
function WithdrawnRow({ item }: { readonly item: PublishedSummary }): VNode {
  return (
    <article class="row row-withdrawn">
      <p class="row-time">
        <time dateTime={item.firstPublishedAt}>{timeOf(item.firstPublishedAt)}</time>
      </p>
      <div class="row-words">
        <h3 class="row-headline">
          <a href={bulletinPath(item)}>{TEXTS.list.withdrawn(item.number)}</a>
        </h3>
        {item.withdrawnAt === null ? null : (
          <p class="row-facts">{TEXTS.list.withdrawnAt(momentOf(item.withdrawnAt))}</p>
        )}
      </div>
    </article>
  );
}

function RowFacts({
  item,
  offices,
}: {
  readonly item: PublishedSummary;
  readonly offices: readonly NewsroomOffice[];
}): VNode {
  return (
    <div class="row-facts">
      <OfficeCodes of={item.offices} offices={offices} />
      <p class="row-number">
        {item.number}
        {item.imageCount === 0 ? null : ` · ${TEXTS.list.images(item.imageCount)}`}
      </p>
      {item.correctedAt === null ? null : <p class="flag">{TEXTS.list.corrected(momentOf(item.correctedAt))}</p>}
    </div>
  );
}

/** Beside the headline that says it all: decoration for screen readers, hence the empty alternative. */
function Thumbnail({
  image,
  crop,
  loading,
}: {
  readonly image: LeadImage;
  readonly crop: CropName;
  readonly loading: 'eager' | 'lazy';
}): VNode {
  return (
    <img
      class="thumbnail"
      src={cropPath(image, crop)}
      alt=""
      loading={loading}
      decoding="async"
      {...cropSize(image, crop)}
    />
  );
}

/** Width and height of the rendition, so that the page does not move when the image arrives. */
export function displaySize(width: number | null, height: number | null): { width?: number; height?: number } {
  if (width === null || height === null || width === 0) return {};
  const shown = Math.min(width, RENDITION_WIDTH);
  return { width: shown, height: Math.round((height * shown) / width) };
}

/** Width and height of a crop; nothing where the size of the picture is unknown. */
export function cropSize(
  { width, height }: Pick<LeadImage, 'width' | 'height'>,
  crop: CropName,
): { width?: number; height?: number } {
  return width === null || height === null ? {} : croppedSize(inRendition({ width, height }), CROPS[crop]);
}

/** Crops are taken from the widest rendition, not from the original. */
function inRendition({ width, height }: Size): Size {
  const shown = Math.min(width, WIDEST_RENDITION);
  return { width: shown, height: Math.round((height * shown) / width) };
}

function groupByDay(items: readonly PublishedSummary[]): readonly { day: string; items: PublishedSummary[] }[] {
  const days: { day: string; key: string; items: PublishedSummary[] }[] = [];
  for (const item of items) {
    const key = dayKeyOf(item.firstPublishedAt);
    const last = days.at(-1);
    if (last?.key === key) last.items.push(item);
    else days.push({ key, day: dayOf(item.firstPublishedAt), items: [item] });
  }
  return days;
}
