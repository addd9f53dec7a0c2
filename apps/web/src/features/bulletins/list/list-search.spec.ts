import { bulletinListSearch, choose, filterBesideTab, filterOf, searchOf } from './list-search';

describe('the address of the bulletin list', () => {
  it('keeps what makes sense and leaves out the rest', () => {
    expect(
      bulletinListSearch({ durum: 'olur', birim: 'edremit', tur: 'roman', bas: '2026-13-40', ortak: 'evet', q: 2026 }),
    ).toEqual({ durum: 'olur', birim: 'edremit', q: '2026' });
  });

  it('says nothing about the tab of all states', () => {
    expect(bulletinListSearch({ durum: 'hepsi' })).toEqual({});
  });

  it('turns days of Istanbul into instants, the last one included', () => {
    expect(filterBesideTab({ bas: '2026-04-20', son: '2026-04-23' })).toEqual({
      from: '2026-04-19T21:00:00.000Z',
      to: '2026-04-23T21:00:00.000Z',
    });
  });

  it('leaves discarded bulletins out unless their tab is chosen', () => {
    expect(filterOf({}).states).toEqual(['DRAFT', 'IN_REVIEW', 'IN_SIGNOFF', 'SCHEDULED', 'RELEASED', 'WITHDRAWN']);
    expect(filterOf({ durum: 'birakilan' }).states).toEqual(['DISCARDED']);
  });

  it('finds its way back from a kept filter', () => {
    const search = {
      durum: 'gorus',
      birim: 'ayvalik',
      etiket: 'zeytin',
      tur: 'aciklama',
      bas: '2026-04-01',
      son: '2026-04-30',
      bekleyen: true,
      ortak: true,
      q: 'aycicegi',
    } as const;

    expect(searchOf(filterOf(search))).toEqual(search);
  });

  it('begins at the first page again when a choice changes', () => {
    expect(choose({ q: 'ışık', sonra: 'abc' }, { birim: 'havran' })).toEqual({ q: 'ışık', birim: 'havran' });
    expect(choose({ q: 'ışık', ortak: true }, { q: undefined })).toEqual({ ortak: true });
  });
});
