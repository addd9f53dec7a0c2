/**
 * `npm run operator -- isletmen@ornek.bel.tr "Ad Soyad"`: migrates, makes an operator's account and prints, this once, the
 * link by which its password is set. Exit code 1 when there is an account of that address already.
 */
import 'reflect-metadata';
import { EntityManager } from 'typeorm';
import { DomainError, ErrorCode } from '@domain/errors';
import { systemActor } from '@domain/identity/actor';
import { newId } from '@domain/ids';
import { formatDateTimePress } from '@turkish/dates';
import { createApplication } from '../application';
import { StartupError } from '../config/startup-error';
import { Clock } from '../core/clock';
import { RequestContext } from '../core/context';
import { migrate } from '../core/database/migrate';
import { FirstOperator } from '../identity/first-operator.service';
import { runCommand } from './command';

const usage = 'Kullanım: npm run operator -- isletmen@ornek.bel.tr "Ad Soyad"';

/** The refusal as a sentence for the person at the keyboard. */
function sentence({ code, path }: DomainError): string {
  if (code === ErrorCode.TAKEN) return 'Bu e-posta adresiyle bir hesap zaten var; yeni bir şey yapılmadı.';
  return path[0] === 'name' ? 'Ad 2 ile 80 karakter arasında olmalıdır.' : 'E-posta adresi geçerli değil.';
}

const [email, name, ...rest] = process.argv.slice(2);

void runCommand(async (env, databaseUrl) => {
  if (!email || !name || rest.length > 0) throw new StartupError(usage);
  await migrate(databaseUrl);
  const app = await createApplication({ env, databaseUrl, isWorker: false, isUpkept: false });
  try {
    await app.init();
    const clock = app.get(Clock);
    await clock.sync();
    const now = clock.now();
    const ctx = new RequestContext(systemActor, now, app.get(EntityManager), `operator-${newId(now)}`);
    const { link, expiresAt } = await app.get(FirstOperator).create(ctx, email, name);
    console.log('İşletmen hesabı açıldı. Parola bu bağlantıyla belirlenir; bağlantı bir kez kullanılabilir:');
    console.log(link);
    console.log(`Son geçerlilik: ${formatDateTimePress(expiresAt)}`);
    return 0;
  } catch (error) {
    if (error instanceof DomainError) throw new StartupError(sentence(error), { cause: error });
    throw error;
  } finally {
    await app.close();
  }
});
