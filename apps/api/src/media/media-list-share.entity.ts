import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A list lent to another office, which may read it and send to it until the owner takes it back. */
@Entity('media_list_shares')
export class MediaListShareEntity {
  @PrimaryColumn('uuid', { name: 'list_id' })
  listId: string;

  @PrimaryColumn('uuid', { name: 'office_id' })
  officeId: string;

  @Column({ type: 'timestamptz', name: 'shared_at', precision: 3 })
  sharedAt: Date;
}
