import { catalogue } from '../../lib/messages';

const m = catalogue(
  { unknown: 'Bilinmeyen cihaz', onDevice: '{browser}, {device}' },
  { unknown: 'Unknown device', onDevice: '{browser}, {device}' },
);

const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const devices: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** "Chrome, Windows": what a person recognises in the name that a browser gives itself. */
export function deviceName(userAgent: string): string {
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1];
  const device = devices.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (browser && device) return m.onDevice({ browser, device });
  return browser ?? device ?? (userAgent.slice(0, 40) || m.unknown());
}
