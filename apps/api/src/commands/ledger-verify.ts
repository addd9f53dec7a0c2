/**
 * `npm run ledger:verify [-- witness.eml …]`: recomputes every chain of the ledger, and compares it with the heads in the
 * daily mails that are given (`.eml`, or their words as text). Exit code 1 when a chain is broken, with its first broken
 * row, or when a witness says otherwise. Without a witness a ledger whose every hash was computed anew looks whole.
 */
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { StartupError } from '../config/startup-error';
import { createDataSource } from '../core/database/data-source';
import { contradictionsOf, readWitness, type Contradiction, type WitnessedHead } from '../core/ledger/ledger-witness';
import { verifyLedger, type BrokenLink } from '../core/ledger/ledger-verifier';
import { readMail } from '../core/mail/mail-reader';
import { runCommand } from './command';

const faults: Record<BrokenLink['reason'], string> = {
  GAP: 'sırada eksik ya da fazla kayıt var',
  CHAIN: 'başka bir kurumun zincirine taşınmış',
  PREVIOUS_HASH: 'önceki kaydın özetine bağlanmıyor',
  HASH: 'içeriği özetiyle uyuşmuyor',
  HEAD: 'zincirin ucu son kayıtla uyuşmuyor',
};

const denials: Record<Contradiction['reason'], string> = {
  GONE: 'bu sırada kayıt kalmamış',
  CHANGED: 'bu sırada başka bir kayıt var',
};

/** The heads that a file tells of; a file without any is a mistake and not a proof. */
function witnessIn(path: string): WitnessedHead[] {
  const bytes = bytesOf(path);
  const heads = [...readWitness(readMail(bytes).text), ...readWitness(bytes.toString('utf8'))];
  if (heads.length === 0) throw new StartupError(`${path}: bu dosyada zincir ucu yok; günlük tanık iletisini verin.`);
  return heads;
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new StartupError(`${path}: bu dosya okunamadı.`, { cause });
  }
}

void runCommand(async (_env, databaseUrl) => {
  const witnesses = process.argv.slice(2).flatMap(witnessIn);
  const dataSource = await createDataSource(databaseUrl, { poolSize: 2 }).initialize();
  try {
    // One snapshot: events that are recorded meanwhile do not look like faults.
    const { report, contradictions } = await dataSource.transaction('REPEATABLE READ', async (db) => ({
      report: await verifyLedger(db),
      contradictions: await contradictionsOf(db, witnesses),
    }));
    console.log(`${report.chains} zincir, ${report.events} kayıt denetlendi.`);
    for (const { chain, position, eventId, reason } of report.broken) {
      console.log(`BOZUK zincir ${chain}, sıra ${position}, kayıt ${eventId ?? '-'}: ${faults[reason]}`);
    }
    for (const { head, reason } of contradictions) {
      console.log(`UYUŞMUYOR zincir ${head.chain}, sıra ${head.position}, tanık ${head.hash}: ${denials[reason]}`);
    }
    if (report.broken.length === 0) console.log('Zincirler sağlam.');
    const denied = contradictions.length;
    if (witnesses.length > 0) console.log(`${witnesses.length} tanık satırından ${denied} tanesi uyuşmuyor.`);
    return report.broken.length + denied === 0 ? 0 : 1;
  } finally {
    await dataSource.destroy();
  }
});
