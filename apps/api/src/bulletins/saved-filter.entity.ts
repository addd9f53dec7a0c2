import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A named filter of the bulletin list; private to its user. */
@Entity('saved_filters')
export class SavedFilterEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'user_id' })
  userId: string;

  @Column('text')
  name: string;

  @Column('jsonb')
  filter: Record<string, unknown>;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;
}
