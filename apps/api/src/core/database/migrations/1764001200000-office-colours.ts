import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One source of the colours of offices, its row: readable on white and on the dark ground, told apart from each other. */
export class OfficeColours1764001200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      update offices o set colour = c.colour
      from (values
        ('balikesir-bb', '#2a67a9'),
        ('altieylul', '#ed5e10'),
        ('ayvalik', '#961ff6'),
        ('balya', '#ed2ac6'),
        ('bandirma', '#105eed'),
        ('bigadic', '#107844'),
        ('burhaniye', '#399fb2'),
        ('dursunbey', '#b978d3'),
        ('edremit', '#58a602'),
        ('erdek', '#9f921d'),
        ('gomec', '#8e5c35'),
        ('gonen', '#9f8592'),
        ('havran', '#ac3466'),
        ('ivrindi', '#85926b'),
        ('karesi', '#9f44d3'),
        ('kepsut', '#d37878'),
        ('manyas', '#c6781d'),
        ('marmara', '#517810'),
        ('savastepe', '#6b85ed'),
        ('sindirgi', '#516b6b'),
        ('susurluk', '#855e92')
      ) as c (code, colour)
      where o.code = c.code and o.colour <> c.colour;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
