import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A remark in a thread, on a section or on the whole bulletin. Only its author edits it. */
@Entity('bulletin_comments')
export class BulletinCommentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'bulletin_id' })
  bulletinId: string;

  @Column('uuid', { name: 'section_id', nullable: true })
  sectionId: string | null;

  /** The id of the first comment of the thread. */
  @Column('uuid', { name: 'thread_id' })
  threadId: string;

  @Column('uuid', { name: 'author_id' })
  authorId: string;

  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('text')
  body: string;

  /** The words it is about, kept when they change. */
  @Column('text', { name: 'quoted_text', nullable: true })
  quotedText: string | null;

  /** On the first comment of a thread: the id of the `comment` mark in the section's draft. */
  @Column('uuid', { name: 'anchor_id', nullable: true })
  anchorId: string | null;

  @Column('uuid', { array: true, default: () => "'{}'" })
  mentions: string[];

  /** Offices that it names. */
  @Column('uuid', { name: 'mentioned_office_ids', array: true, default: () => "'{}'" })
  mentionedOfficeIds: string[];

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'edited_at', precision: 3, nullable: true })
  editedAt: Date | null;

  /** On the first comment of a thread: the thread is folded. */
  @Column({ type: 'timestamptz', name: 'resolved_at', precision: 3, nullable: true })
  resolvedAt: Date | null;

  @Column('uuid', { name: 'resolved_by_id', nullable: true })
  resolvedById: string | null;
}
