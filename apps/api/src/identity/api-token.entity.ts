import { Column, Entity, PrimaryColumn } from 'typeorm';
import { TokenScope } from '@domain/identity/actor';

/** A personal API token: acts as its owner for one office, within its scopes, until it expires. */
@Entity('api_tokens')
export class ApiTokenEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('uuid', { name: 'office_id', nullable: true })
  officeId: string | null;

  @Column('text')
  name: string;

  /** SHA-256 of the secret, which is shown once. */
  @Column({ type: 'bytea', name: 'token_hash' })
  tokenHash: Buffer;

  @Column({ type: 'text', array: true })
  scopes: TokenScope[];

  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt: Date;

  /** Exact to the minute. */
  @Column({ type: 'timestamptz', name: 'last_used_at', precision: 3, nullable: true })
  lastUsedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'revoked_at', precision: 3, nullable: true })
  revokedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;
}
