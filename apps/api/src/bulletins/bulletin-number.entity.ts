import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given per lead office and year. */
@Entity('bulletin_numbers')
export class BulletinNumberEntity {
  @PrimaryColumn('uuid', { name: 'office_id' })
  officeId: string;

  @PrimaryColumn('integer')
  year: number;

  @Column('integer')
  last: number;
}
