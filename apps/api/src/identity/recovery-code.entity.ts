import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Stands in for the second factor once, when the device is lost. */
@Entity('recovery_codes')
export class RecoveryCodeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  /** HMAC-SHA-256 of the code under a key of the server. */
  @Column({ type: 'bytea', name: 'code_hash' })
  codeHash: Buffer;

  @Column({ type: 'timestamptz', name: 'used_at', precision: 3, nullable: true })
  usedAt: Date | null;
}
