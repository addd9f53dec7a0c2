import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Section } from '@domain/bulletins/bulletin';

/** Why a revision was written. */
export enum RevisionCause {
  CREATE = 'CREATE',
  EDIT = 'EDIT',
  RESTORE = 'RESTORE',
  REMOVE = 'REMOVE',
}

/**
 * A section as it stood after an edit; restoring writes a new one. Only the newest may still grow, for ten minutes and
 * while nobody answered to its words (`BulletinRevisions.extend`).
 */
@Entity('bulletin_revisions')
export class BulletinRevisionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'bulletin_id' })
  bulletinId: string;

  @Column('uuid', { name: 'section_id' })
  sectionId: string;

  /** From 1 within the section. */
  @Column('integer')
  sequence: number;

  @Column('jsonb')
  snapshot: Section;

  @Column('text')
  hash: string;

  @Column('text')
  cause: RevisionCause;

  @Column('uuid', { name: 'author_id' })
  authorId: string;

  /** The office the author acted for. */
  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;
}
