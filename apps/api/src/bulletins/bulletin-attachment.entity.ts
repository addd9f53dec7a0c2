import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file in an ATTACHMENTS section, with the words that go out beside it. */
@Entity('bulletin_attachments')
export class BulletinAttachmentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'section_id' })
  sectionId: string;

  @Column('uuid', { name: 'file_id' })
  fileId: string;

  @Column('integer')
  position: number;

  @Column('text', { nullable: true })
  alt: string | null;

  @Column('text', { nullable: true })
  caption: string | null;

  @Column('text', { nullable: true })
  credit: string | null;

  /** The point that crops keep in sight, parts of width and height from the top left corner, 0 to 1. */
  @Column('real', { name: 'focus_x', default: 0.5 })
  focusX: number;

  @Column('real', { name: 'focus_y', default: 0.5 })
  focusY: number;
}
