import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a one-time token is good for. */
export enum TokenPurpose {
  INVITATION = 'INVITATION',
  PASSWORD_RESET = 'PASSWORD_RESET',
  /** The state of a sign-in at a directory, between leaving and coming back. */
  OIDC_STATE = 'OIDC_STATE',
}

/** The secret of a link: good once, until it expires. */
@Entity('one_time_tokens')
export class OneTimeTokenEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  purpose: TokenPurpose;

  @Column('uuid', { name: 'user_id', nullable: true })
  userId: string | null;

  /** SHA-256 of the secret. */
  @Column({ type: 'bytea', name: 'token_hash' })
  tokenHash: Buffer;

  @Column('jsonb')
  data: Record<string, unknown>;

  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt: Date;

  @Column({ type: 'timestamptz', name: 'used_at', precision: 3, nullable: true })
  usedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;
}
