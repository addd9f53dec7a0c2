import type { INestApplicationContext } from '@nestjs/common';
import { BulletinKind, SectionKind } from '@domain/bulletins/bulletin';
import { utcToLocal } from '@turkish/dates';
import type { RequestContext } from '../core/context';
import { BulletinParticipation } from '../bulletins/bulletin-participation.service';
import { BulletinQueries } from '../bulletins/bulletins.queries';
import { BulletinRelease } from '../bulletins/bulletin-release.service';
import { BulletinReleaseClock } from '../bulletins/bulletin-release-clock.service';
import { BulletinSections } from '../bulletins/bulletin-sections.service';
import { BulletinSignoff } from '../bulletins/bulletin-signoff.service';
import { BulletinsService } from '../bulletins/bulletins.service';
import texts from './demo-bulletins.json';
import type { DemoOffice } from './demo-people';

type DemoText = (typeof texts)[number];

const hour = 3_600_000;
const istanbul = 'Europe/Istanbul';
const offered: readonly string[] = ['published', 'corrected', 'approved', 'scheduled'];

/** Brings the demo bulletins through the same verbs that people use, each at its own time in the past. */
export async function seedBulletins(
  app: INestApplicationContext,
  ctx: RequestContext,
  offices: readonly DemoOffice[],
): Promise<void> {
  const inOrder = [...texts].sort((left, right) => whenOf(left, ctx.now).getTime() - whenOf(right, ctx.now).getTime());
  for (const text of inOrder) await seedBulletin(app, ctx, offices, text);
}

async function seedBulletin(
  app: INestApplicationContext,
  ctx: RequestContext,
  offices: readonly DemoOffice[],
  text: DemoText,
): Promise<void> {
  const lead = offices.find(({ code }) => code === text.leadOfficeCode);
  if (!lead) return;
  const partners = offices.filter(({ code }) => code !== lead.code && text.officeCodes.includes(code));
  const when = whenOf(text, ctx.now);
  const leading = lead.as(ctx, new Date(when.getTime() - 6 * hour));
  const bulletins = app.get(BulletinsService);
  const { id, version } = await bulletins.create(leading, {
    kind: BulletinKind.BULLETIN,
    sections: sharedSections(text, partners),
  });
  await bulletins.update(leading, id, { expectedVersion: version, tags: text.tags, ...plan(text, ctx.now) });
  if (text.status === 'draft') return;
  if (partners.length > 0) {
    await bulletins.invite(
      leading,
      id,
      partners.map((partner) => partner.id),
    );
    await bulletins.share(leading, id);
    for (const partner of partners) await joinIn(app, partner.as(ctx, leading.now), id, ownParagraphs(text, partner));
  }
  if (!offered.includes(text.status)) return;
  await bulletins.submit(leading, id);
  // What is not out yet waits for its last partner, so that somebody finds work on the first day.
  const signers = [lead, ...(text.status === 'approved' ? partners.slice(0, -1) : partners)];
  for (const office of signers) await sign(app, office.as(ctx, new Date(when.getTime() - 2 * hour)), id);
  if (text.status === 'approved') return;
  const approving = lead.as(ctx, new Date(when.getTime() - hour));
  const current = await app.get(BulletinQueries).get(approving, id);
  await app.get(BulletinRelease).approve(approving, id, current?.version ?? 0);
  if (isOut(text, ctx.now)) await app.get(BulletinReleaseClock).releaseDue(lead.as(ctx, when).asSystem());
}

async function joinIn(
  app: INestApplicationContext,
  ctx: RequestContext,
  id: string,
  paragraphs: string[],
): Promise<void> {
  await app.get(BulletinParticipation).accept(ctx, id);
  if (paragraphs.length === 0) return;
  const section = { kind: SectionKind.OFFICE, officeId: ctx.actor.officeId, content: toDoc(paragraphs) };
  await app.get(BulletinSections).add(ctx, id, section);
}

async function sign(app: INestApplicationContext, ctx: RequestContext, id: string): Promise<void> {
  const bulletin = await app.get(BulletinQueries).get(ctx, id);
  await app.get(BulletinSignoff).sign(ctx, id, bulletin?.viewerSignableHash ?? '');
}

/** A text without a date of its own is fresh work: today. */
function whenOf(text: DemoText, now: Date): Date {
  return text.publishAt && isOut(text, now) ? new Date(text.publishAt) : now;
}

/** Was released by now; a text whose day is still to come is scheduled. */
function isOut(text: DemoText, now: Date): boolean {
  const isReleased = text.status === 'published' || text.status === 'corrected';
  return isReleased && text.publishAt !== null && new Date(text.publishAt) <= now;
}

function plan(text: DemoText, now: Date): object {
  const local = text.publishAt ? utcToLocal(new Date(text.publishAt), istanbul) : null;
  const embargo = text.embargoUntil ? utcToLocal(new Date(text.embargoUntil), istanbul) : null;
  return {
    ...(local ? { release: { local, zone: istanbul } } : {}),
    ...(embargo && !isOut(text, now) ? { embargo: { local: embargo, zone: istanbul } } : {}),
  };
}

/** A paragraph that quotes somebody of a partner is that partner's own. */
function ownParagraphs(text: DemoText, partner: DemoOffice): string[] {
  const quotes = text.quotes.filter(({ officeCode }) => officeCode === partner.code);
  return text.body.filter((paragraph) => quotes.some((quote) => paragraph.includes(quote.text)));
}

function sharedSections(
  text: DemoText,
  partners: readonly DemoOffice[],
): { kind: SectionKind; officeId: null; content: object }[] {
  const owned = new Set(partners.flatMap((partner) => ownParagraphs(text, partner)));
  const [first, ...rest] = text.body.filter((paragraph) => !owned.has(paragraph));
  return [
    { kind: SectionKind.HEADLINE, officeId: null, content: toDoc([text.headline]) },
    { kind: SectionKind.SPOT, officeId: null, content: toDoc([text.spot]) },
    { kind: SectionKind.LEAD, officeId: null, content: toDoc(first ? [first] : []) },
    { kind: SectionKind.FACTS, officeId: null, content: toDoc(rest) },
  ];
}

function toDoc(paragraphs: readonly string[]): object {
  return {
    type: 'doc',
    content: paragraphs.map((paragraph) => ({ type: 'paragraph', content: [{ type: 'text', text: paragraph }] })),
  };
}
