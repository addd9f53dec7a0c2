/** A place in the register of venues. Degrees, WGS 84. */
export interface Place {
  readonly id: string;
  readonly latitude: number;
  readonly longitude: number;
  /** A meeting on line takes place nowhere: it fills no room, is near nothing, and its degrees mean nothing. */
  readonly isVirtual: boolean;
}

/** Mean radius; the great circle differs from the ellipsoid by less than 0.6 %. */
const earthRadiusKilometres = 6_371;

/** No two places are farther apart. */
export const longestKilometres = Math.PI * earthRadiusKilometres;

/** Along the great circle (haversine), in kilometres; the road is longer. */
export function kilometresBetween(from: Place, to: Place): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (one: number, other: number) => Math.sin(rad(other - one) / 2) ** 2;
  const chord =
    half(from.latitude, to.latitude)
    + Math.cos(rad(from.latitude)) * Math.cos(rad(to.latitude)) * half(from.longitude, to.longitude);
  return 2 * earthRadiusKilometres * Math.asin(Math.min(1, Math.sqrt(chord)));
}
