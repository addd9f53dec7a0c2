import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The tries of the running window under one key, e.g. 'account:<hash>'. */
@Entity('throttles')
export class ThrottleEntity {
  @PrimaryColumn('text')
  key: string;

  /** The instants of the tries that were granted, oldest first. */
  @Column({ type: 'timestamptz', array: true })
  tries: Date[];

  /** Whether the newest try was granted. */
  @Column('boolean', { name: 'is_granted' })
  isGranted: boolean;

  /** When the row has nothing left to say and may be swept. */
  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt: Date;
}
