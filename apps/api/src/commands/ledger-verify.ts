/**
 * `npm run ledger:verify`: recomputes every chain of the ledger. Exit code 1 when one is broken, with its first broken
 * row. It finds whatever was changed behind the product's back, except a ledger whose every hash was computed anew.
 */
import 'reflect-metadata';
import { createDataSource } from '../core/database/data-source';
import { verifyLedger, type BrokenLink } from '../core/ledger/ledger-verifier';
import { runCommand } from './command';

const faults: Record<BrokenLink['reason'], string> = {
  GAP: 'sırada eksik ya da fazla kayıt var',
  CHAIN: 'başka bir kurumun zincirine taşınmış',
  PREVIOUS_HASH: 'önceki kaydın özetine bağlanmıyor',
  HASH: 'içeriği özetiyle uyuşmuyor',
  HEAD: 'zincirin ucu son kayıtla uyuşmuyor',
};

void runCommand(async (_env, databaseUrl) => {
  const dataSource = await createDataSource(databaseUrl, { poolSize: 2 }).initialize();
  try {
    // One snapshot: events that are recorded meanwhile do not look like faults.
    const report = await dataSource.transaction('REPEATABLE READ', (db) => verifyLedger(db));
    console.log(`${report.chains} zincir, ${report.events} kayıt denetlendi.`);
    for (const { chain, position, eventId, reason } of report.broken) {
      console.log(`BOZUK zincir ${chain}, sıra ${position}, kayıt ${eventId ?? '-'}: ${faults[reason]}`);
    }
    if (report.broken.length === 0) console.log('Zincirler sağlam.');
    return report.broken.length === 0 ? 0 : 1;
  } finally {
    await dataSource.destroy();
  }
});
