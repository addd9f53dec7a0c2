import { Entity, PrimaryColumn } from 'typeorm';

/** A day on which the heads of all chains were mailed to the offices; so that no two workers do it twice. */
@Entity('ledger_witness_days')
export class LedgerWitnessDayEntity {
  /** `YYYY-MM-DD`, in Istanbul. */
  @PrimaryColumn({ type: 'date', name: 'sent_on' })
  sentOn: string;
}
