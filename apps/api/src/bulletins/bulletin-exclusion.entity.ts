import { Entity, PrimaryColumn } from 'typeorm';

/** A media contact whom the bulletin leaves out although it stands on one of its lists. */
@Entity('bulletin_exclusions')
export class BulletinExclusionEntity {
  @PrimaryColumn('uuid', { name: 'bulletin_id' })
  bulletinId: string;

  @PrimaryColumn('uuid', { name: 'contact_id' })
  contactId: string;
}
