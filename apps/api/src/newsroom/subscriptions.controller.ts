import { Body, Controller, Get, HttpCode, Ip, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { TOPICS } from '@domain/media/preferences';
import { Ctx, type RequestContext } from '../core/context';
import { Public } from '../core/public.decorator';
import { TakesForeignPosts } from '../identity/same-site.guard';
import { MediaPreferences, UnsubscribeScope } from '../media/media-preferences.service';
import { NewsroomFrames } from './newsroom-frames';
import { CACHE, sendReply } from './newsroom.responses';
import {
  CHOICE,
  renderSubscriptionDonePage,
  renderSubscriptionPage,
  renderSubscriptionRequestPage,
  renderSubscriptionSentPage,
  renderSubscriptionUnknownPage,
  WISH_FIELD,
} from './pages/subscription-page';

/** Fields of a form, or the text of a multipart body, which mail programs may send too (RFC 8058 §3.2). */
type Posted = Readonly<Record<string, unknown>> | string | undefined;

const MULTIPART_ONE_CLICK = /name="?List-Unsubscribe"?[^\r\n]*(?:\r?\n[^\r\n]+)*\r?\n\r?\nOne-Click\s/i;

/**
 * Where recipients say what they want. The link in a mail is opened by scanners and previews too, so GET only shows;
 * POST changes, from the button of the page as from a mail program (RFC 8058), which sends neither cookie nor header.
 */
@Public()
@Controller('basin/abonelik')
export class SubscriptionsController {
  constructor(
    private readonly preferences: MediaPreferences,
    private readonly frames: NewsroomFrames,
  ) {}

  @Get()
  async ask(@Ctx() ctx: RequestContext, @Res() response: Response): Promise<void> {
    send(response, renderSubscriptionRequestPage(await this.frames.frame(ctx)));
  }

  /** Answers alike for every address. */
  @Post()
  @HttpCode(200)
  @TakesForeignPosts()
  async request(
    @Ctx() ctx: RequestContext,
    @Body() body: Posted,
    @Ip() visitor: string,
    @Res() response: Response,
  ): Promise<void> {
    const [address = ''] = valuesOf(body, 'adres');
    const isAddress = await this.preferences.requestLink(ctx, address, visitor);
    const frame = await this.frames.frame(ctx);
    if (isAddress) send(response, renderSubscriptionSentPage(frame));
    else send(response, renderSubscriptionRequestPage(frame, address.slice(0, 254)), 400);
  }

  @Get(':token')
  async show(@Ctx() ctx: RequestContext, @Param('token') token: string, @Res() response: Response): Promise<void> {
    const frame = await this.frames.frame(ctx);
    const view = await this.preferences.view(ctx, token);
    if (view) send(response, renderSubscriptionPage(frame, token, view));
    else send(response, renderSubscriptionUnknownPage(frame), 404);
  }

  @Post(':token')
  @HttpCode(200)
  @TakesForeignPosts()
  async choose(
    @Ctx() ctx: RequestContext,
    @Param('token') token: string,
    @Body() body: Posted,
    @Res() response: Response,
  ): Promise<void> {
    const frame = await this.frames.frame(ctx);
    const [choice] = valuesOf(body, 'secim');
    if (choice === CHOICE.wishes) {
      const isSaved = await this.preferences.save(ctx, token, wishesOf(body));
      return isSaved
        ? send(response, renderSubscriptionDonePage(frame, token, 'saved'))
        : send(response, renderSubscriptionUnknownPage(frame), 404);
    }
    const scope = scopeOf(body);
    if (scope === null) return send(response, renderSubscriptionUnknownPage(frame), 400);
    const isEnded = await this.preferences.unsubscribe(ctx, token, scope);
    if (isEnded) send(response, renderSubscriptionDonePage(frame, token, 'stopped'));
    else send(response, renderSubscriptionUnknownPage(frame), 404);
  }
}

/** What the button or the mail program ends; null when the body says neither. */
function scopeOf(body: Posted): UnsubscribeScope | null {
  const [choice] = valuesOf(body, 'secim');
  if (choice === CHOICE.all) return UnsubscribeScope.ALL;
  const isOneClick =
    typeof body === 'string' ? MULTIPART_ONE_CLICK.test(body) : valuesOf(body, 'List-Unsubscribe')[0] === 'One-Click';
  return choice === CHOICE.sender || isOneClick ? UnsubscribeScope.SENDER : null;
}

/** Codes of topics by code of office, from the checkboxes that are ticked. */
function wishesOf(body: Posted): ReadonlyMap<string, readonly string[]> {
  const wishes = new Map<string, string[]>();
  for (const value of valuesOf(body, WISH_FIELD)) {
    const [office = '', topic = ''] = value.split(':');
    if (TOPICS.some(({ code }) => code === topic)) wishes.set(office, [...(wishes.get(office) ?? []), topic]);
  }
  return wishes;
}

function valuesOf(body: Posted, name: string): string[] {
  if (typeof body !== 'object') return [];
  const value = body[name];
  return [value].flat().filter((one) => typeof one === 'string');
}

function send(response: Response, html: string, status = 200): void {
  sendReply(response, { body: html, type: 'text/html', cache: CACHE.never, status });
}
