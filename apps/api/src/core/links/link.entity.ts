import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What came from what: `from` –relation→ `to`. */
@Entity('links')
export class LinkEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'from_type' })
  fromType: string;

  @Column('uuid', { name: 'from_id' })
  fromId: string;

  @Column('text')
  relation: string;

  @Column('text', { name: 'to_type' })
  toType: string;

  @Column('uuid', { name: 'to_id' })
  toId: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @Column('uuid', { name: 'created_by_id', nullable: true })
  createdById: string | null;
}
