/** What a spreadsheet takes for a formula; full-width signs count too, and blanks before them do not help. */
const FORMULA = String.raw`(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r])`;

/** With the apostrophes that it may have already, so that reading takes off exactly what writing put there. */
const TO_GUARD = new RegExp(`^'*${FORMULA}`);
const GUARDED = new RegExp(`^'(?='*${FORMULA})`);

/** The cell with an apostrophe before it where it would run as a formula. Source: OWASP, CSV Injection. */
export function guardCell(cell: string): string {
  return TO_GUARD.test(cell) ? `'${cell}` : cell;
}

/** The cell as it was before `guardCell`. */
export function unguardCell(cell: string): string {
  return cell.replace(GUARDED, '');
}
