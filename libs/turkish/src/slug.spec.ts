import fc from 'fast-check';
import { numberedSlug, slug } from './slug';

const SLUG = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/;

describe('slug', () => {
  it('holds small letters, digits and single hyphens only, within its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 100 }), (text, maxLength) => {
        expect(slug(text, maxLength)).toMatch(SLUG);
        expect(slug(text, maxLength).length).toBeLessThanOrEqual(maxLength);
      }),
    );
  });

  it('is its own slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(slug(slug(text))).toBe(slug(text));
      }),
    );
  });

  it('cuts between words', () => {
    expect(slug('Altınoluk sahilinde ışık gösterisi', 25)).toBe('altinoluk-sahilinde-isik');
    expect(slug('Altınoluk sahilinde ışık', 24)).toBe('altinoluk-sahilinde-isik');
    expect(slug('Altınoluk sahilinde ışık', 23)).toBe('altinoluk-sahilinde');
    expect(slug('Muvaffakiyetsizleştiricileştiriveremeyebileceklerimizdenmişsinizcesine', 10)).toBe('muvaffakiy');
  });

  it('keeps Latin letters of other languages', () => {
    expect(slug('Łódź – Ærø – Straße')).toBe('lodz-aero-strasse');
  });

  it('is empty for a title without letters and digits', () => {
    expect(slug('… — !')).toBe('');
  });
});

describe('numberedSlug', () => {
  it('adds the number within the length', () => {
    expect(numberedSlug('zeytin-hasadi', 2)).toBe('zeytin-hasadi-2');
    expect(numberedSlug('zeytin-hasadi', 12, 13)).toBe('zeytin-12');
  });
});
