import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RenditionName } from './image-intake';

/** A smaller version of a picture, as it lies in the store. */
export interface StoredRendition {
  readonly name: RenditionName;
  readonly mediaType: string;
  readonly bytes: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** A picture or document that an office uploaded. Never changed: another content is another file. */
@Entity('files')
export class FileEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'office_id' })
  officeId: string;

  /** SHA-256 of the stored bytes, 64 hex digits; with the office it names the place in the store. */
  @Column('text')
  sha256: string;

  @Column('text', { name: 'media_type' })
  mediaType: string;

  @Column('int')
  bytes: number;

  /** Pixels; null for documents. */
  @Column('int', { nullable: true })
  width: number | null;

  @Column('int', { nullable: true })
  height: number | null;

  /** Cleaned, with the extension of the real kind. */
  @Column('text', { name: 'file_name' })
  fileName: string;

  @Column('boolean', { name: 'is_image' })
  isImage: boolean;

  @Column('uuid', { name: 'created_by_id' })
  createdById: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;

  /** What stood in the picture's own metadata, offered to the person who attaches it. */
  @Column('text', { name: 'suggested_caption', nullable: true })
  suggestedCaption: string | null;

  @Column('text', { name: 'suggested_credit', nullable: true })
  suggestedCredit: string | null;

  /** Narrowest first; at least one for a picture, none for a document. */
  @Column('jsonb')
  renditions: readonly StoredRendition[];
}
