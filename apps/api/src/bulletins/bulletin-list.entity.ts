import { Entity, PrimaryColumn } from 'typeorm';

/** A media list that the bulletin goes to on release. */
@Entity('bulletin_lists')
export class BulletinListEntity {
  @PrimaryColumn('uuid', { name: 'bulletin_id' })
  bulletinId: string;

  @PrimaryColumn('uuid', { name: 'list_id' })
  listId: string;
}
