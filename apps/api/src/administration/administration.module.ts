import { Module } from '@nestjs/common';
import { LedgerExportController } from './ledger-export.controller';
import { LedgerExports } from './ledger-export.service';
import { LedgerReading } from './ledger-reading.service';
import { LedgerResolver } from './ledger.resolver';

/** What an office's administration reads of the ledger. */
@Module({
  controllers: [LedgerExportController],
  providers: [LedgerReading, LedgerExports, LedgerResolver],
})
export class AdministrationModule {}
