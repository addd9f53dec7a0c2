import type { INestApplicationContext } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { newId } from '@domain/ids';
import { systemActor } from '@domain/identity/actor';
import { CalendarDemo } from '../calendar/calendar-demo';
import { Env } from '../config/env';
import { Clock } from '../core/clock';
import { RequestContext } from '../core/context';
import { Jobs } from '../core/jobs/jobs.service';
import { Logger } from '../core/logger';
import { MediaDemo } from '../media/media-demo';
import { seedBulletins } from './demo-bulletins';
import { demoPassword } from '../identity/demo-accounts';
import { demoAddress, seedPeople } from './demo-people';

/** Any number that nothing else locks: processes that start together seed once. */
const seedLock = 6_900_417;

/** Fills an empty database with the demo content, if the settings ask for it. A filled one is left as it is. */
export async function prepareContent(app: INestApplicationContext): Promise<void> {
  if (!app.get(Env).DEMO) return;
  const db = app.get(EntityManager);
  const clock = app.get(Clock);
  await clock.sync();
  const now = clock.now();
  const lock = db.connection.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [seedLock]);
    const [state]: { people: boolean; texts: boolean }[] = await db.query(
      'select exists (select 1 from users) as people, exists (select 1 from bulletins) as texts',
    );
    if (state?.people) return;
    const ctx = new RequestContext(systemActor, now, db, `seed-${newId(now)}`);
    await db.transaction(async (transaction) => {
      const inside = ctx.within(transaction);
      const offices = await seedPeople(inside);
      await app.get(MediaDemo).seed(offices[0]?.as(inside, now) ?? inside, offices);
      await seedBulletins(app, inside, offices);
      await app.get(CalendarDemo).seed(inside, offices);
      await app.get(Jobs).discardWaiting(inside);
    });
    app.get(Logger).log('demo content is in place');
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [seedLock]);
    await lock.release();
  }
}

/** What the person at the keyboard reads once everything runs. */
export function welcome(app: INestApplicationContext): string {
  const env = app.get(Env);
  const addresses = [
    '',
    'Tek Ses çalışıyor.',
    `  Çalışma alanı ${env.BASE_URL}`,
    `  Basın odası   ${env.BASE_URL}/basin`,
    ...(env.DEMO && !env.SMTP_URL ? [`  Giden kutusu  ${env.BASE_URL}/giden-kutusu`] : []),
    `  API           ${env.BASE_URL}/graphql`,
  ];
  if (!env.DEMO) return addresses.join('\n');
  const offices = ['balikesir-bb', 'edremit', 'ayvalik', 'gomec', 'burhaniye', 'havran'];
  const boxes = 'mudur, baskan, editor, muhabir, izleyici';
  return [
    ...addresses,
    '',
    `Deneme hesapları (parola: ${demoPassword}); @ işaretinden önce: ${boxes}`,
    ...offices.map((code) => `  ${demoAddress('mudur', code)}`),
    '  isletmen@tekses.ornek (platform işletmeni, içerik görmez)',
  ].join('\n');
}
