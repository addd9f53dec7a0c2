import { readText, renameHeading, toBase64 } from './csv-file';

describe('a CSV file of contacts', () => {
  it('is read as UTF-8', async () => {
    expect(await readText(new Blob(['Gazete;E-posta\nİğneada Şafağı;a@b.example\n']))).toContain('İğneada Şafağı');
  });

  it('is read as Turkish Windows text when it is not UTF-8', async () => {
    const windows = Uint8Array.from([
      0xdd, 0xf0, 0x6e, 0x65, 0x61, 0x64, 0x61, 0x20, 0xde, 0x61, 0x66, 0x61, 0xf0, 0xfd,
    ]);

    expect(await readText(new Blob([windows]))).toBe('İğneada Şafağı');
  });

  it('travels with every letter', () => {
    expect(Buffer.from(toBase64('Çığ, şöför; İĞ'), 'base64').toString('utf8')).toBe('Çığ, şöför; İĞ');
  });

  it('gets the heading that the person chose, and nothing else changes', () => {
    const text = '\uFEFFGazete;"Haber; adresi";Not\r\n"Haber; adresi";x;y\r\n';

    expect(renameHeading('Gazete;Adres;Not\r\nAdres;x;y\r\n', ';', 'Adres', 'E-posta')).toBe(
      'Gazete;E-posta;Not\r\nAdres;x;y\r\n',
    );
    expect(renameHeading(text, ';', 'Gazete', 'Kuruluş')).toBe(
      'Kuruluş;"Haber; adresi";Not\r\n"Haber; adresi";x;y\r\n',
    );
  });
});
