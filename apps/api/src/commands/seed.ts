/** `npm run seed`: migrates, then fills an empty database with the demo content. One with people is left as it is. */
import 'reflect-metadata';
import { EntityManager } from 'typeorm';
import { createApplication } from '../application';
import { Env } from '../config/env';
import { migrate } from '../core/database/migrate';
import { prepareContent } from '../seed/prepare';
import { runCommand } from './command';

void runCommand(async (given, databaseUrl) => {
  await migrate(databaseUrl);
  const env = Object.assign(new Env(), given, { DEMO: true });
  const app = await createApplication({ env, databaseUrl, isWorker: false, isUpkept: false });
  try {
    await app.init();
    await prepareContent(app);
    const [count]: { people: string; bulletins: string }[] = await app
      .get(EntityManager)
      .query('select (select count(*) from users) as people, (select count(*) from bulletins) as bulletins');
    console.log(`Veritabanında ${count?.people} kişi, ${count?.bulletins} bülten var.`);
    return 0;
  } finally {
    await app.close();
  }
});
