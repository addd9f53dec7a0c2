import { rightName } from './right-words';
import { rightGroups, type Holder } from './rights';

function holdersOf(groupId: string, key: string): readonly Holder[] {
  return rightGroups.find(({ id }) => id === groupId)?.rights.find((right) => right.key === key)?.holders ?? [];
}

it('says of every right in words what it is', () => {
  const keys = rightGroups.flatMap(({ id, rights }) => [id, ...rights.map(({ key }) => key)]);

  expect(keys.filter((key) => rightName(key) === key)).toEqual([]);
});

it('gives signing to the press director and the deputy alone, and nothing of a bulletin to the operator', () => {
  expect(holdersOf('lead', 'bulletin.SIGN')).toEqual(['PRESS_DIRECTOR', 'DEPUTY']);
  expect(holdersOf('charter', 'charter.SIGN')).toEqual(['PRESS_DIRECTOR', 'DEPUTY']);
  const ofOperator = rightGroups.filter(({ rights }) => rights.some(({ holders }) => holders.includes('OPERATOR')));
  expect(ofOperator.map(({ id }) => id)).toEqual(['office']);
});
