import { Catch, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import type { Response } from 'express';
import type { RequestWithContext } from '../core/context';
import { HttpErrorsFilter } from '../core/http-errors.filter';
import { Logger } from '../core/logger';
import { NewsroomFrames } from './newsroom-frames';
import { CACHE, sendReply } from './newsroom.responses';
import { NEWSROOM_PATH } from './newsroom.addresses';
import { renderNotFoundPage } from './pages/not-found-page';

/**
 * Answers every address under /basin that is not there with the same page: never released, under embargo, mistyped.
 * Registered after the general filter, so that it is asked first; what is not of the newsroom goes on to that one.
 */
@Catch(NotFoundException)
export class NewsroomNotFoundFilter implements ExceptionFilter<NotFoundException> {
  private readonly passOn: (error: unknown, host: ArgumentsHost) => void;

  constructor(
    private readonly frames: NewsroomFrames,
    logger: Logger,
  ) {
    const general = new HttpErrorsFilter(logger);
    this.passOn = general.catch.bind(general);
  }

  catch(exception: NotFoundException, host: ArgumentsHost): void {
    if (host.getType<GqlContextType>() === 'graphql') throw exception;
    const http = host.switchToHttp();
    const request = http.getRequest<RequestWithContext>();
    const isNewsroom = request.path === NEWSROOM_PATH || request.path.startsWith(`${NEWSROOM_PATH}/`);
    if (!isNewsroom) return this.passOn(exception, host);
    this.answer(request, http.getResponse<Response>()).catch((error: unknown) => this.passOn(error, host));
  }

  private async answer(request: RequestWithContext, response: Response): Promise<void> {
    const body = renderNotFoundPage(await this.frames.frame(request.ctx));
    sendReply(response, { body, type: 'text/html', cache: CACHE.never, status: 404 });
  }
}
