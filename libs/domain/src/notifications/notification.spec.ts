import { defaultPaces, isUrgent, NotificationKind, NotificationPace, paceOf } from './notification';

describe('paceOf', () => {
  it('follows what the person chose', () => {
    expect(paceOf({ SIGNED: 'NEVER' }, NotificationKind.SIGNED)).toBe(NotificationPace.NEVER);
  });

  it('follows the default for kinds that nobody chose or that hold no pace', () => {
    expect(paceOf({}, NotificationKind.SIGNED)).toBe(NotificationPace.DAILY);
    expect(paceOf({ SIGNED: 'WEEKLY' }, NotificationKind.SIGNED)).toBe(NotificationPace.DAILY);
    expect(paceOf({ INVITED: 'NEVER' }, NotificationKind.SIGNED)).toBe(NotificationPace.DAILY);
  });
});

describe('urgent kinds', () => {
  it('are mailed at once unless the person chose otherwise', () => {
    const urgent = Object.values(NotificationKind).filter(isUrgent);

    expect(urgent).toEqual(['RELEASE_REFUSED', 'SIGNOFF_DUE_SOON', 'SIGNOFF_LAPSED', 'EMBARGO_ENDS_UNSIGNED']);
    expect(urgent.map((kind) => defaultPaces[kind])).toEqual(urgent.map(() => NotificationPace.IMMEDIATELY));
  });
});
