import { Injectable } from '@nestjs/common';
import { Env } from '../config/env';
import type { RequestContext } from '../core/context';
import { STYLESHEET } from './newsroom.stylesheet';
import type { Frame } from './pages/document';
import { PublishedEditions } from './published-editions';

/** Gathers what stands around every page: offices, stylesheet and the public origin. */
@Injectable()
export class NewsroomFrames {
  constructor(
    private readonly editions: PublishedEditions,
    private readonly env: Env,
  ) {}

  get baseUrl(): string {
    return this.env.BASE_URL;
  }

  async frame(ctx: RequestContext): Promise<Frame> {
    return { baseUrl: this.baseUrl, stylesheetPath: STYLESHEET.path, offices: await this.editions.offices(ctx) };
  }
}
