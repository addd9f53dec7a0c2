import { Controller, Get, NotFoundException, Param, Res, UseFilters } from '@nestjs/common';
import type { Response } from 'express';
import { Ctx, type RequestContext } from '../core/context';
import { Public } from '../core/public.decorator';
import { renderAtom } from './feeds/atom';
import { buildFeed } from './feeds/feed';
import { renderJsonFeed } from './feeds/json-feed';
import { ninjsItem, ninjsList } from './feeds/ninjs';
import { renderRss } from './feeds/rss';
import {
  bulletinEntries,
  pageEntries,
  renderRobots,
  renderSitemap,
  renderSitemapIndex,
  SITEMAP_SIZE,
} from './feeds/sitemap';
import { FEED_FORMATS, type FeedFormat, type FeedScope } from './newsroom.addresses';
import { NewsroomFrames } from './newsroom-frames';
import { NewsroomNotFoundFilter } from './newsroom-not-found.filter';
import { newestChange } from './newsroom.dates';
import { readSlug, readYear } from './newsroom.requests';
import { CACHE, sendReply } from './newsroom.responses';
import { TEXTS } from './newsroom.texts';
import { PublishedEditions, type EditionFilter } from './published-editions';

/** Items of a feed: a month of an eager newsroom. */
const FEED_SIZE = 30;

const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  atom: 'application/atom+xml',
  rss: 'application/rss+xml',
  json: 'application/feed+json',
  'ninjs.json': 'application/json',
};

const FEED_RENDERERS = { atom: renderAtom, rss: renderRss, json: renderJsonFeed } as const;

interface FeedSource {
  readonly scope: FeedScope;
  readonly name: string;
  readonly filter: EditionFilter;
}

/** Feeds, ninjs, sitemap and robots.txt: the newsroom for machines. */
@Public()
@Controller()
@UseFilters(NewsroomNotFoundFilter)
export class NewsroomFeedsController {
  constructor(
    private readonly editions: PublishedEditions,
    private readonly frames: NewsroomFrames,
  ) {}

  @Get('basin/akis.:format')
  feed(@Ctx() ctx: RequestContext, @Param('format') format: string, @Res() response: Response): Promise<void> {
    return this.sendFeed(ctx, response, format, { scope: { kind: 'all' }, name: TEXTS.publisher, filter: {} });
  }

  @Get('basin/birim/:code/akis.:format')
  async officeFeed(
    @Ctx() ctx: RequestContext,
    @Param('code') code: string,
    @Param('format') format: string,
    @Res() response: Response,
  ): Promise<void> {
    const office = (await this.editions.offices(ctx)).find((one) => one.code === code);
    if (office === undefined) throw new NotFoundException();
    const scope: FeedScope = { kind: 'office', code };
    await this.sendFeed(ctx, response, format, { scope, name: office.name, filter: { officeCode: code } });
  }

  @Get('basin/etiket/:slug/akis.:format')
  async tagFeed(
    @Ctx() ctx: RequestContext,
    @Param('slug') given: string,
    @Param('format') format: string,
    @Res() response: Response,
  ): Promise<void> {
    const slug = readSlug(given);
    const tag = slug === null ? null : await this.editions.tag(ctx, slug);
    if (tag === null) throw new NotFoundException();
    const scope: FeedScope = { kind: 'tag', slug: tag.slug };
    await this.sendFeed(ctx, response, format, {
      scope,
      name: TEXTS.list.titleOfTag(tag.name),
      filter: { tagSlug: tag.slug },
    });
  }

  @Get('basin/:year/:slug.ninjs.json')
  async ninjs(
    @Ctx() ctx: RequestContext,
    @Param('year') givenYear: string,
    @Param('slug') givenSlug: string,
    @Res() response: Response,
  ): Promise<void> {
    const year = readYear(givenYear);
    const slug = readSlug(givenSlug);
    const published = year === null || slug === null ? null : await this.editions.bySlug(ctx, year, slug);
    if (published === null) throw new NotFoundException();
    sendReply(response, {
      body: JSON.stringify(ninjsItem(this.frames.baseUrl, published)),
      type: FEED_TYPES['ninjs.json'],
      cache: CACHE.page,
      lastModified: new Date(published.updatedAt),
    });
  }

  @Get('sitemap.xml')
  async sitemap(@Ctx() ctx: RequestContext, @Res() response: Response): Promise<void> {
    const parts = Math.ceil((await this.editions.countAddresses(ctx)) / SITEMAP_SIZE);
    const body = parts > 1 ? renderSitemapIndex(this.frames.baseUrl, parts) : await this.sitemapOf(ctx, 1);
    sendReply(response, { body, type: 'application/xml', cache: CACHE.sitemap });
  }

  @Get('sitemap-:part.xml')
  async sitemapPart(
    @Ctx() ctx: RequestContext,
    @Param('part') given: string,
    @Res() response: Response,
  ): Promise<void> {
    const part = /^[1-9]\d{0,3}$/.test(given) ? Number(given) : 0;
    const parts = Math.max(1, Math.ceil((await this.editions.countAddresses(ctx)) / SITEMAP_SIZE));
    if (part < 1 || part > parts) throw new NotFoundException();
    sendReply(response, { body: await this.sitemapOf(ctx, part), type: 'application/xml', cache: CACHE.sitemap });
  }

  @Get('robots.txt')
  robots(@Res() response: Response): void {
    sendReply(response, { body: renderRobots(this.frames.baseUrl), type: 'text/plain', cache: CACHE.daily });
  }

  private async sitemapOf(ctx: RequestContext, part: number): Promise<string> {
    const addresses = await this.editions.addresses(ctx, (part - 1) * SITEMAP_SIZE, SITEMAP_SIZE);
    const pages = part === 1 ? pageEntries(await this.editions.offices(ctx)) : [];
    return renderSitemap(this.frames.baseUrl, [...pages, ...bulletinEntries(addresses)]);
  }

  private async sendFeed(ctx: RequestContext, response: Response, given: string, source: FeedSource): Promise<void> {
    const format = FEED_FORMATS.find((one) => one === given);
    if (format === undefined) throw new NotFoundException();
    const editions = await this.editions.latest(ctx, source.filter, FEED_SIZE);
    const { scope, name } = source;
    const { baseUrl } = this.frames;
    const body =
      format === 'ninjs.json'
        ? JSON.stringify(ninjsList(baseUrl, scope, TEXTS.feeds.title(name), editions))
        : FEED_RENDERERS[format](buildFeed({ baseUrl, scope, name, editions }));
    sendReply(response, { body, type: FEED_TYPES[format], cache: CACHE.page, lastModified: newestChange(editions) });
  }
}
