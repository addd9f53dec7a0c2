import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person chose about a bulletin; without a row they are told what their work on it brings. */
@Entity('bulletin_follows')
export class BulletinFollowEntity {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId: string;

  @PrimaryColumn('uuid', { name: 'bulletin_id' })
  bulletinId: string;

  /** true: told of all that happens; false: only of what waits for an act of theirs. */
  @Column('boolean', { name: 'is_followed' })
  isFollowed: boolean;

  @Column({ type: 'timestamptz', name: 'changed_at', precision: 3 })
  changedAt: Date;
}
