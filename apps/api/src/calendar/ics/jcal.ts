/** Components as ical.js writes them: jCal (RFC 7265), the name, the properties, the parts. */
export type JcalComponent = readonly [
  name: string,
  properties: readonly JcalProperty[],
  parts: readonly JcalComponent[],
];

export type JcalProperty = readonly [
  name: string,
  parameters: Readonly<Record<string, string>>,
  type: string,
  ...values: unknown[],
];

export function property(name: string, type: string, ...values: unknown[]): JcalProperty {
  return [name, {}, type, ...values];
}
