import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Edition } from '@domain/bulletins/edition';

/** Exactly what goes out, frozen at release approval; a released row cannot change (a trigger refuses). */
@Entity('editions')
export class EditionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'bulletin_id' })
  bulletinId: string;

  @Column('integer')
  sequence: number;

  @Column('jsonb')
  content: Edition;

  @Column('text')
  hash: string;

  @Column({ type: 'timestamptz', name: 'approved_at', precision: 3 })
  approvedAt: Date;

  @Column('uuid', { name: 'approved_by_id' })
  approvedById: string;

  @Column({ type: 'timestamptz', name: 'released_at', precision: 3, nullable: true })
  releasedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'discarded_at', precision: 3, nullable: true })
  discardedAt: Date | null;

  @Column('integer')
  year: number;

  @Column('text')
  slug: string;

  @Column('text', { name: 'office_codes', array: true })
  officeCodes: string[];

  @Column('text', { name: 'tag_slugs', array: true })
  tagSlugs: string[];

  @Column('tsvector', { select: false })
  search: string;
}
