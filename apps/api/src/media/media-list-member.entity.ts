import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A contact on a list. */
@Entity('media_list_members')
export class MediaListMemberEntity {
  @PrimaryColumn('uuid', { name: 'list_id' })
  listId: string;

  @PrimaryColumn('uuid', { name: 'contact_id' })
  contactId: string;

  @Column({ type: 'timestamptz', name: 'added_at', precision: 3 })
  addedAt: Date;
}
