import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../context';

/** Answers for one kind of thing whether a file is attached to one of them that counts. */
export type FileRule = (ctx: RequestContext, fileId: string) => Promise<boolean>;

/**
 * Who may read a file of another office, and which files are public. Core knows no bulletins or minutes: each
 * feature registers, at start, what its own things say. A file that nothing speaks for stays with its office.
 */
@Injectable()
export class FileVisibility {
  private readonly viewRules: FileRule[] = [];
  private readonly publicRules: FileRule[] = [];

  /** `rule`: is the file attached to a thing of this feature that the actor may see now? */
  letView(rule: FileRule): void {
    this.viewRules.push(rule);
  }

  /** `rule`: does the release gate say, at this instant, that a thing with this file is public? */
  letPublish(rule: FileRule): void {
    this.publicRules.push(rule);
  }

  /** Whether the actor may see the file by what it is attached to; what is public, everybody may see. */
  async canView(ctx: RequestContext, fileId: string): Promise<boolean> {
    return anyAllows([...this.viewRules, ...this.publicRules], ctx, fileId);
  }

  async isPublic(ctx: RequestContext, fileId: string): Promise<boolean> {
    return anyAllows(this.publicRules, ctx, fileId);
  }
}

/** One after the other: `ctx.db` may be a single connection. */
async function anyAllows(rules: readonly FileRule[], ctx: RequestContext, fileId: string): Promise<boolean> {
  for (const rule of rules) if (await rule(ctx, fileId)) return true;
  return false;
}
