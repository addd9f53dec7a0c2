import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What became of one mail to one address. A held mail is PENDING: neither sent nor failed. */
export enum DeliveryState {
  PENDING = 'PENDING',
  SENT = 'SENT',
  FAILED = 'FAILED',
  CANCELLED = 'CANCELLED',
}

/** Who got which words, when, with what answer. Written in the commit that releases, closed by the sender. */
@Entity('deliveries')
export class DeliveryEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** What is sent: 'edition', 'withdrawal', 'mail'. */
  @Column({ type: 'text', name: 'source_type' })
  sourceType: string;

  @Column('uuid', { name: 'source_id' })
  sourceId: string;

  /** The thing that it is about, over all its versions: the bulletin. */
  @Column('uuid', { name: 'item_id' })
  itemId: string;

  @Column('uuid', { name: 'office_id', nullable: true })
  officeId: string | null;

  @Column('uuid', { name: 'contact_id', nullable: true })
  contactId: string | null;

  /** Lower case; one delivery per address and source. */
  @Column('text')
  address: string;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text')
  state: DeliveryState;

  /** The same at every attempt, so that a receiver recognises a repeat. */
  @Column({ type: 'text', name: 'message_id' })
  messageId: string;

  @Column('integer', { default: 0 })
  attempts: number;

  @Column({ type: 'timestamptz', name: 'next_attempt_at', precision: 3 })
  nextAttemptAt: Date;

  /** What the receiving server said last. */
  @Column('text', { nullable: true })
  answer: string | null;

  @Column('integer', { name: 'answer_code', nullable: true })
  answerCode: number | null;

  @Column({ type: 'timestamptz', name: 'sent_at', precision: 3, nullable: true })
  sentAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;
}
