import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { BulletinKind, SectionKind } from '@domain/bulletins/bulletin';
import type { RichText } from '@domain/text/rich-text';

export interface TemplateSection {
  readonly kind: SectionKind;
  readonly content: RichText;
}

/** A starting text of an office. */
@Entity('bulletin_templates')
export class BulletinTemplateEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'office_id' })
  officeId: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: BulletinKind;

  @Column('jsonb')
  sections: TemplateSection[];

  @Column('uuid', { name: 'created_by_id' })
  createdById: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  @VersionColumn()
  version: number;
}
