import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** A person with an account. What the person may do stands in memberships and deputyships, never here. */
@Entity('users')
export class UserEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Printable ASCII in lower case, compared byte by byte: no two accounts that look alike. */
  @Column('text')
  email: string;

  @Column('text')
  name: string;

  /** argon2id in PHC form; null until a password is set. */
  @Column({ type: 'text', name: 'password_hash', nullable: true })
  passwordHash: string | null;

  /** Runs the platform: offices, people, audit; sees no content. */
  @Column('boolean', { name: 'is_operator', default: false })
  isOperator: boolean;

  /** Encrypted (`SecretBox`); set while being confirmed and while the second factor is on. */
  @Column({ type: 'text', name: 'totp_secret', nullable: true })
  totpSecret: string | null;

  @Column({ type: 'timestamptz', name: 'totp_enabled_at', precision: 3, nullable: true })
  totpEnabledAt: Date | null;

  /** The newest 30-second step whose code was used: no step is taken twice. */
  @Column('bigint', { name: 'totp_last_step', nullable: true })
  totpLastStep: string | null;

  /** With `oidcSubject` the only key by which a directory's person is found; never the e-mail address. */
  @Column({ type: 'text', name: 'oidc_issuer', nullable: true })
  oidcIssuer: string | null;

  @Column({ type: 'text', name: 'oidc_subject', nullable: true })
  oidcSubject: string | null;

  @Column({ type: 'text', default: 'tr' })
  locale: string;

  /** Kind of notification → how soon it is mailed; a kind that is not there follows the default. */
  @Column('jsonb', { name: 'notification_preferences', default: {} })
  notificationPreferences: Record<string, string>;

  @Column({ type: 'timestamptz', name: 'suspended_at', precision: 3, nullable: true })
  suspendedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @VersionColumn()
  version: number;
}
