import { Injectable, type OnModuleInit } from '@nestjs/common';
import { belongsToOffice, mayRead } from '@domain/identity/actor';
import type { RequestContext } from '../core/context';
import { FileVisibility } from '../core/files/file-visibility';

const attachedTo = `
  from bulletin_attachments a join bulletin_sections s on s.id = a.section_id join bulletins b on b.id = s.bulletin_id
  where a.file_id = $1`;

/** Which files bulletins show to whom: to those at work on the bulletin, and to everybody once it is out. */
@Injectable()
export class BulletinFiles implements OnModuleInit {
  constructor(private readonly visibility: FileVisibility) {}

  onModuleInit(): void {
    this.visibility.letView((ctx, fileId) => this.isAtWork(ctx, fileId));
    this.visibility.letPublish((ctx, fileId) => this.isOut(ctx, fileId));
  }

  private async isAtWork(ctx: RequestContext, fileId: string): Promise<boolean> {
    if (!belongsToOffice(ctx.actor) || !mayRead(ctx.actor)) return false;
    const rows: unknown[] = await ctx.db.query(
      `select 1 ${attachedTo} and (b.lead_office_id = $2 or (b.shared_at is not null and exists (
         select 1 from bulletin_participants p where p.bulletin_id = b.id and p.office_id = $2 and p.state <> 'DECLINED')))
       limit 1`,
      [fileId, ctx.actor.officeId],
    );
    return rows.length > 0;
  }

  /** In a released edition that stands, or the logo of an office. */
  private async isOut(ctx: RequestContext, fileId: string): Promise<boolean> {
    const rows: unknown[] = await ctx.db.query(
      `select 1 ${attachedTo} and b.state = 'RELEASED' and exists (select 1 from editions e
         where e.bulletin_id = b.id and e.released_at is not null and e.content -> 'files' @> jsonb_build_array(jsonb_build_object('fileId', $1::text)))
       union all select 1 from offices where logo_file_id = $1 and state <> 'INACTIVE' limit 1`,
      [fileId],
    );
    return rows.length > 0;
  }
}
