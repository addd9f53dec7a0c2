import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DeputyScope } from '@domain/identity/deputyship.policy';

/**
 * A dated delegation (vekâlet): from `validFrom` to before `validUntil` the deputy may sign for the office in place
 * of the principal, as long as both still belong to it and the principal is its press director.
 */
@Entity('deputyships')
export class DeputyshipEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('uuid', { name: 'principal_id' })
  principalId: string;

  @Column('uuid', { name: 'deputy_id' })
  deputyId: string;

  @Column('text')
  scope: DeputyScope;

  @Column('text')
  reason: string;

  @Column({ type: 'timestamptz', name: 'valid_from', precision: 3 })
  validFrom: Date;

  @Column({ type: 'timestamptz', name: 'valid_until', precision: 3 })
  validUntil: Date;

  @Column({ type: 'timestamptz', name: 'revoked_at', precision: 3, nullable: true })
  revokedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;
}
