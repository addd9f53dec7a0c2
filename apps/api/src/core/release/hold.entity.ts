import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A span in which what an office would send waits: a crisis freeze or a blackout window (mourning, election period). */
@Entity('holds')
export class HoldEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: 'FREEZE' | 'BLACKOUT';

  /** null: every office. */
  @Column('uuid', { name: 'office_ids', array: true, nullable: true })
  officeIds: string[] | null;

  @Column('text')
  reason: string;

  /** false: the sender is warned, nothing waits. */
  @Column('boolean', { name: 'is_blocking', default: true })
  isBlocking: boolean;

  /** The decision it rests on, e.g. the number of an election board's decision. */
  @Column('text', { nullable: true })
  source: string | null;

  @Column({ type: 'timestamptz', name: 'starts_at', precision: 3 })
  startsAt: Date;

  /** null: until somebody ends it. Nothing resumes by itself after a freeze. */
  @Column({ type: 'timestamptz', name: 'ends_at', precision: 3, nullable: true })
  endsAt: Date | null;

  /** Kinds of item that it does not touch. */
  @Column('text', { name: 'exempt_kinds', array: true, default: () => "'{}'" })
  exemptKinds: string[];

  /** What goes out all the same, e.g. the crisis statements themselves. */
  @Column('uuid', { name: 'exempt_item_ids', array: true, default: () => "'{}'" })
  exemptItemIds: string[];

  @Column('uuid', { name: 'created_by_id', nullable: true })
  createdById: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;
}
