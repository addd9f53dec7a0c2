import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An office agrees that the embargo may be lifted early. */
@Entity('embargo_lift_consents')
export class EmbargoLiftConsentEntity {
  @PrimaryColumn('uuid', { name: 'bulletin_id' })
  bulletinId: string;

  @PrimaryColumn('uuid', { name: 'office_id' })
  officeId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column({ type: 'timestamptz', name: 'given_at', precision: 3 })
  givenAt: Date;
}
