import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mail of the workspace itself: an invitation, a reset, a notification. */
@Entity('mails')
export class MailEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** 'invitation', 'passwordReset', 'notification', … */
  @Column('text')
  purpose: string;

  @Column('uuid', { name: 'office_id', nullable: true })
  officeId: string | null;

  @Column('text')
  subject: string;

  @Column({ type: 'text', name: 'body_text' })
  bodyText: string;

  @Column({ type: 'text', name: 'body_html' })
  bodyHtml: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;
}
