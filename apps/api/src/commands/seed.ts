/** `npm run seed`: migrates, then fills an empty database with the demo content. One with people is left as it is. */
import 'reflect-metadata';
import { EntityManager } from 'typeorm';
import { createApplication } from '../application';
import { loadEnv } from '../config/env';
import { migrate } from '../core/database/migrate';
import { prepareContent } from '../seed/prepare';
import { runCommand } from './command';

void runCommand(async (_env, databaseUrl) => {
  await migrate(databaseUrl);
  const env = loadEnv({ ...process.env, DEMO: '1' });
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
