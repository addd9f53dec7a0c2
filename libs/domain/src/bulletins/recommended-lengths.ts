import { SectionKind } from './bulletin';

/** Characters (grapheme clusters, UAX #29) for which lists and the subjects of mails have room. Longer ones are kept and warned of. */
export const headlineLength = 90;

/** Characters of a spot that is read at a glance. */
export const spotLength = 240;

/** Recommended lengths by kind of section; the other kinds have none. */
export const recommendedLengths: Readonly<Partial<Record<SectionKind, number>>> = {
  [SectionKind.HEADLINE]: headlineLength,
  [SectionKind.SPOT]: spotLength,
};
