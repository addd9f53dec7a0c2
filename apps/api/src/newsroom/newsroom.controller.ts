import { Controller, Get, Next, NotFoundException, Param, Query, Res, UseFilters } from '@nestjs/common';
import type { NextFunction, Response } from 'express';
import { slug as slugOf } from '@turkish/slug';
import { Ctx, type RequestContext } from '../core/context';
import { Public } from '../core/public.decorator';
import { NewsroomFrames } from './newsroom-frames';
import { NewsroomNotFoundFilter } from './newsroom-not-found.filter';
import { newestChange } from './newsroom.dates';
import { FONTS } from './newsroom.fonts';
import { readListQuery, readSlug, readYear } from './newsroom.requests';
import { CACHE, sendPage, sendReply } from './newsroom.responses';
import { ICON, STYLESHEET } from './newsroom.stylesheet';
import { renderAccessibilityPage } from './pages/accessibility-page';
import { renderBulletinPage } from './pages/bulletin-page';
import { renderContactsPage } from './pages/contacts-page';
import { renderListPage } from './pages/list-page';
import { renderSearchPage } from './pages/search-page';
import { PublishedEditions, type EditionFilter, type PublishedPage } from './published-editions';

const PAGE_SIZE = 20;
const EMPTY_PAGE: PublishedPage = { items: [], next: null };

type QueryParameters = Readonly<Record<string, unknown>>;

/** The public pages under /basin. The order of the routes matters: the address of a bulletin is the widest. */
@Public()
@Controller('basin')
@UseFilters(NewsroomNotFoundFilter)
export class NewsroomController {
  constructor(
    private readonly editions: PublishedEditions,
    private readonly frames: NewsroomFrames,
  ) {}

  @Get()
  async front(@Ctx() ctx: RequestContext, @Query() query: QueryParameters, @Res() response: Response): Promise<void> {
    const { year, before } = readListQuery(query);
    const content = { year, before, ...(await this.readList(ctx, { year }, before)) };
    sendPage(response, renderListPage(await this.frames.frame(ctx), content), newestChange(content.page.items));
  }

  @Get('arama')
  async search(
    @Ctx() ctx: RequestContext,
    @Query() parameters: QueryParameters,
    @Res() response: Response,
  ): Promise<void> {
    const asked = readListQuery(parameters);
    const frame = await this.frames.frame(ctx);
    const page = asked.query === '' ? EMPTY_PAGE : await this.editions.list(ctx, { ...asked, first: PAGE_SIZE });
    const years = await this.editions.years(ctx, {});
    sendPage(response, renderSearchPage(frame, { ...asked, page, years }));
  }

  @Get('iletisim')
  async contacts(@Ctx() ctx: RequestContext, @Res() response: Response): Promise<void> {
    sendPage(response, renderContactsPage(await this.frames.frame(ctx)));
  }

  @Get('erisilebilirlik')
  async accessibility(@Ctx() ctx: RequestContext, @Res() response: Response): Promise<void> {
    sendPage(response, renderAccessibilityPage(await this.frames.frame(ctx)));
  }

  @Get('simge.svg')
  icon(@Res() response: Response): void {
    sendReply(response, { body: ICON, type: 'image/svg+xml', cache: CACHE.daily });
  }

  /** A page from before an update still finds a stylesheet under the old name, but may not keep it. */
  @Get('stil-:hash.css')
  stylesheet(@Param('hash') hash: string, @Res() response: Response): void {
    const cache = hash === STYLESHEET.hash ? CACHE.immutable : CACHE.page;
    sendReply(response, { body: STYLESHEET.css, type: 'text/css', cache });
  }

  @Get('yazi-:name')
  font(@Param('name') name: string, @Res() response: Response): void {
    const font = FONTS.find((one) => one.name === name);
    if (font === undefined) throw new NotFoundException();
    sendReply(response, { body: font.content, type: 'font/woff2', cache: CACHE.immutable });
  }

  @Get('birim/:code')
  async office(
    @Ctx() ctx: RequestContext,
    @Param('code') code: string,
    @Query() query: QueryParameters,
    @Res() response: Response,
  ): Promise<void> {
    const { year, before } = readListQuery(query);
    const frame = await this.frames.frame(ctx);
    const office = frame.offices.find((one) => one.code === code);
    if (office === undefined) throw new NotFoundException();
    const content = { year, before, office, ...(await this.readList(ctx, { officeCode: code, year }, before)) };
    sendPage(response, renderListPage(frame, content), newestChange(content.page.items));
  }

  @Get('etiket/:slug')
  async tag(
    @Ctx() ctx: RequestContext,
    @Param('slug') given: string,
    @Query() query: QueryParameters,
    @Res() response: Response,
  ): Promise<void> {
    const { year, before } = readListQuery(query);
    const tagSlug = readSlug(given);
    const tag = tagSlug === null ? null : await this.editions.tag(ctx, tagSlug);
    if (tag === null) throw new NotFoundException();
    const content = { year, before, tag, ...(await this.readList(ctx, { tagSlug: tag.slug, year }, before)) };
    sendPage(response, renderListPage(await this.frames.frame(ctx), content), newestChange(content.page.items));
  }

  /** Only years and plain names are ours: files of a bulletin and everything else of two parts are other routes. */
  @Get(':year/:slug')
  async bulletin(
    @Ctx() ctx: RequestContext,
    @Param('year') givenYear: string,
    @Param('slug') givenSlug: string,
    @Res() response: Response,
    @Next() next: NextFunction,
  ): Promise<void> {
    const year = readYear(givenYear);
    if (year === null || givenSlug.includes('.')) return next();
    const slug = readSlug(givenSlug);
    const published = slug === null ? null : await this.editions.bySlug(ctx, year, slug);
    if (published === null) throw new NotFoundException();
    const { edition, updatedAt } = published;
    const neighbours = await this.editions.neighbours(ctx, edition.bulletinId);
    const tags = edition.tags.map((name) => ({ name, slug: slugOf(name) }));
    const html = renderBulletinPage(await this.frames.frame(ctx), { published, tags, ...neighbours });
    sendPage(response, html, new Date(updatedAt));
  }

  private async readList(ctx: RequestContext, filter: EditionFilter, before?: string) {
    const { year: _, ...scope } = filter;
    return {
      page: await this.editions.list(ctx, { ...filter, before, first: PAGE_SIZE }),
      years: await this.editions.years(ctx, scope),
    };
  }
}
