import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** A distribution list of one office; lent to other offices by `media_list_shares`. */
@Entity('media_lists')
export class MediaListEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('text')
  name: string;

  @Column('text', { default: '' })
  description: string;

  @Column('uuid', { name: 'created_by_id', nullable: true })
  createdById: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3 })
  updatedAt: Date;

  @VersionColumn()
  version: number;
}
