import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A place in the register that all offices plan with: a square, a hall, a meeting on line. */
@Entity('venues')
export class VenueEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column({ type: 'text', name: 'district_code', nullable: true })
  districtCode: string | null;

  /** Degrees, WGS 84; null for a virtual place alone. */
  @Column('double precision', { nullable: true })
  latitude: number | null;

  @Column('double precision', { nullable: true })
  longitude: number | null;

  /** People; null: unknown. */
  @Column('integer', { nullable: true })
  capacity: number | null;

  /** Takes place nowhere: it fills no room and is near nothing. */
  @Column('boolean', { name: 'is_virtual' })
  isVirtual: boolean;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;
}
