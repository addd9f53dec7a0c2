/**
 * The colour of an office beside its code and name, never alone. At least 3:1 on white and on the dark ground, told
 * apart with normal, deutan and protan sight. Offices without one of their own get one by their code.
 */
const OFFICE_COLOURS: Readonly<Record<string, string>> = {
  'balikesir-bb': '#2a67a9',
  edremit: '#58a602',
  ayvalik: '#961ff6',
  gomec: '#8e5c35',
  burhaniye: '#399fb2',
  havran: '#ac3466',
};

/** The colour of the office of this code, '#rrggbb'. */
export function officeColour(code: string): string {
  const colours = Object.values(OFFICE_COLOURS);
  const place = [...code].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7);
  return OFFICE_COLOURS[code] ?? colours[place % colours.length] ?? '#2a67a9';
}
