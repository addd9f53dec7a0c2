import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The case forms of a district's name, with the apostrophe where Turkish asks for one. */
export interface DistrictForms {
  readonly locative: string;
  readonly ablative: string;
  readonly genitive: string;
  readonly dative: string;
  readonly demonym: string;
}

/** One of the 20 districts of Balıkesir. Reference data: written by a migration, read by all. */
@Entity('districts')
export class DistrictEntity {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  name: string;

  /** 'merkez', 'korfez', 'guney-marmara' or 'ic'. */
  @Column('text')
  zone: string;

  @Column('boolean', { name: 'is_korfez' })
  isKorfez: boolean;

  /** WGS 84, degrees; the centre of the district, roughly. */
  @Column('double precision')
  lat: number;

  @Column('double precision')
  lon: number;

  @Column('jsonb')
  forms: DistrictForms;

  /** In which wave the district's office is meant to join, from 1. */
  @Column('int', { name: 'rollout_wave' })
  rolloutWave: number;
}
