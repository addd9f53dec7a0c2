import { Module } from '@nestjs/common';
import { LedgerExportController } from './ledger-export.controller';
import { LedgerExports } from './ledger-export.service';
import { LedgerReading } from './ledger-reading.service';
import { LedgerResolver } from './ledger.resolver';
import { LedgerWitnesses } from './ledger-witnesses.service';

/** What an office's administration reads of the ledger, and how the offices become its witnesses. */
@Module({
  controllers: [LedgerExportController],
  providers: [LedgerReading, LedgerExports, LedgerResolver, LedgerWitnesses],
})
export class AdministrationModule {}
