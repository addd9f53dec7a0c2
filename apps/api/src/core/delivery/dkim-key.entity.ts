import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The key that an office's mails are signed with (RFC 6376). */
@Entity('dkim_keys')
export class DkimKeyEntity {
  @PrimaryColumn('uuid', { name: 'office_id' })
  officeId: string;

  @Column('text')
  domain: string;

  @Column('text')
  selector: string;

  /** Sealed; opened for signing only. */
  @Column({ type: 'text', name: 'private_key' })
  privateKey: string;

  /** What the office's DNS must say at `selector._domainkey.domain`. */
  @Column({ type: 'text', name: 'dns_record' })
  dnsRecord: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;
}
