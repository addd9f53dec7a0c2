import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A tag; one that belongs to an office leaves with it. */
@Entity('bulletin_tags')
export class BulletinTagEntity {
  @PrimaryColumn('uuid', { name: 'bulletin_id' })
  bulletinId: string;

  @PrimaryColumn('text')
  slug: string;

  @Column('text')
  label: string;

  @Column('uuid', { name: 'office_id', nullable: true })
  officeId: string | null;
}
