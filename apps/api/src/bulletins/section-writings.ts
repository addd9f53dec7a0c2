import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../core/context';
import type { BulletinSectionEntity } from './bulletin-section.entity';

type Listener = (ctx: RequestContext, section: BulletinSectionEntity) => Promise<void>;

/** Who must learn, in the very commit, that a section's words were written past its shared draft. */
@Injectable()
export class SectionWritings {
  private readonly listeners: Listener[] = [];

  register(listener: Listener): void {
    this.listeners.push(listener);
  }

  async tell(ctx: RequestContext, section: BulletinSectionEntity): Promise<void> {
    for (const listener of this.listeners) await listener(ctx, section);
  }
}
