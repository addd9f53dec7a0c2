import { testDatabase, type TestDatabase } from '../../../../test/support/database';
import { OfficeEntity, OfficeState } from './office.entity';
import { DistrictEntity } from './district.entity';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it('knows the metropolitan office and all twenty districts, six of them active', async () => {
  const offices = await database.dataSource.manager.find(OfficeEntity, { order: { protocolOrder: 'ASC' } });
  const districts = await database.dataSource.manager.find(DistrictEntity);

  const active = offices.filter((office) => office.state === OfficeState.ACTIVE).map((office) => office.code);
  expect(active).toEqual(['balikesir-bb', 'ayvalik', 'burhaniye', 'edremit', 'gomec', 'havran']);
  expect(offices.filter((office) => office.state === OfficeState.INACTIVE)).toHaveLength(15);
  expect(districts).toHaveLength(20);
  expect(new Set(offices.map((office) => office.shortCode)).size).toBe(21);
  expect(offices[0]).toMatchObject({ shortCode: 'BAL', level: 'METROPOLITAN', districtCode: null, version: 1 });
});
