import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A section as it is being written: the state of its shared document, with suggestions and anchors of remarks. */
@Entity('section_drafts')
export class SectionDraftEntity {
  @PrimaryColumn('uuid', { name: 'section_id' })
  sectionId: string;

  /** Yjs document, update format 1. States only grow: two of them are merged, never replaced. */
  @Column('bytea')
  state: Buffer;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt: Date;
}
