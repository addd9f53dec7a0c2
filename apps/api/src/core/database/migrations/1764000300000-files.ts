import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures and documents that offices upload; their bytes lie in the file store under office and hash. */
export class Files1764000300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table files (
        id uuid primary key,
        office_id uuid not null references offices (id),
        sha256 text not null constraint files_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
        media_type text not null,
        bytes int not null constraint files_bytes_check check (bytes > 0),
        width int,
        height int,
        file_name text not null,
        is_image boolean not null,
        created_by_id uuid not null references users (id),
        created_at timestamptz(3) not null,
        suggested_caption text,
        suggested_credit text,
        renditions jsonb not null,
        constraint files_image_check check (
          is_image = (width is not null) and is_image = (height is not null)
          and is_image = (jsonb_array_length(renditions) > 0)
        )
      );
      create index files_office_sha256_idx on files (office_id, sha256);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
