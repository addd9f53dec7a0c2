import { contrast } from '../../../../test/support/contrast';
import { testDatabase, type TestDatabase } from '../../../../test/support/database';
import places from './districts.json';
import { OfficeEntity } from './office.entity';

const grounds = ['#ffffff', '#121417'];

describe('colours of the offices', () => {
  let database: TestDatabase;
  let offices: OfficeEntity[];

  beforeAll(async () => {
    database = await testDatabase();
    offices = await database.dataSource.manager.find(OfficeEntity);
  });
  afterAll(() => database.close());

  it('stand out from white and from the dark ground by at least 3 to 1, all twenty-one', () => {
    const faint = offices.filter(({ colour }) => grounds.some((ground) => contrast(colour, ground) < 3));

    expect(offices).toHaveLength(21);
    expect(faint.map(({ code, colour }) => `${code} ${colour}`)).toEqual([]);
  });

  it('are told apart: no two offices share one', () => {
    expect(new Set(offices.map(({ colour }) => colour)).size).toBe(21);
  });

  it('of the six active offices are those of the house style', () => {
    const colours = new Map(offices.map(({ code, colour }) => [code, colour]));

    expect(
      ['balikesir-bb', 'edremit', 'ayvalik', 'gomec', 'burhaniye', 'havran'].map((code) => colours.get(code)),
    ).toEqual(['#2a67a9', '#58a602', '#961ff6', '#8e5c35', '#399fb2', '#ac3466']);
  });

  it('are the same in a database that is new and in one that was there before', () => {
    const written = [places.metropolitan, ...places.districts.map(({ code, office }) => ({ code, ...office }))];
    const colours = new Map(offices.map(({ code, colour }) => [code, colour]));

    expect(written.filter(({ code, colour }) => colours.get(code) !== colour)).toEqual([]);
  });
});
