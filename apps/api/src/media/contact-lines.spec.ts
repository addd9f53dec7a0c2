import { readContactCsv } from './contact-csv';
import { judgeLines, LineStatus, type KnownFacts } from './contact-lines';

const known: KnownFacts = {
  addresses: new Set(['haber@isik.example']),
  districts: new Map([
    ['ayvalik', 'ayvalik'],
    ['edremit', 'edremit'],
  ]),
};

function judge(text: string) {
  return judgeLines(readContactCsv(Buffer.from(text)), known);
}

describe('judgeLines', () => {
  it('reads the values of a good line', () => {
    const [line] = judge(
      'Kuruluş;Tür;İlçeler;Ad;Görev;E-posta;Tel;Dayanak;Kaynak;Aydınlatma tarihi;Not\n'
        + 'Ege;haber sitesi;AYVALIK, Edremit;Işıl;Muhabir;ISIL@Ege.example;+90 266 000;meşru menfaat;Künye;10.01.2026;iyi\n',
    );

    expect(line).toEqual({
      line: 2,
      status: LineStatus.OK,
      email: 'isil@ege.example',
      name: 'Işıl',
      outletName: 'Ege',
      problems: [],
      values: {
        type: 'WEB',
        districtCodes: ['ayvalik', 'edremit'],
        unit: 'Muhabir',
        phone: '+90 266 000',
        legalBasis: 'LEGITIMATE_INTEREST',
        source: 'Künye',
        noticeGivenOn: '2026-01-10',
        notes: 'iyi',
      },
    });
  });

  it.each([
    ['E-posta;Ad', ';Ali', 'EMAIL', 'MISSING'],
    ['E-posta', 'ışıl@x.example', 'EMAIL', 'NOT_AN_ADDRESS'],
    ['E-posta', '"a@x.example, b@x.example"', 'EMAIL', 'NOT_AN_ADDRESS'],
    ['E-posta;Tür', 'a@x.example;dergilik', 'TYPE', 'UNKNOWN_VALUE'],
    ['E-posta;İlçe', 'a@x.example;Edremit/Foça', 'DISTRICTS', 'UNKNOWN_DISTRICT'],
    ['E-posta;Telefon', 'a@x.example;yok', 'PHONE', 'NOT_A_PHONE_NUMBER'],
    ['E-posta;Dayanak', 'a@x.example;rıza', 'LEGAL_BASIS', 'UNKNOWN_VALUE'],
    ['E-posta;Aydınlatma', 'a@x.example;31.02.2026', 'NOTICE_GIVEN_ON', 'NOT_A_DATE'],
    ['E-posta;Ad', `a@x.example;${'ı'.repeat(121)}`, 'NAME', 'TOO_LONG'],
    ['E-posta;Ad', 'a@x.example;Ali;fazla', null, 'TOO_MANY_CELLS'],
  ])('names column and reason: %s / %s', (header, row, column, problem) => {
    const [line] = judge(`${header}\n${row}`);

    expect(line?.status).toBe(LineStatus.ERROR);
    expect(line?.problems).toEqual([{ column, problem }]);
  });

  it('tells every fault of a line', () => {
    const [line] = judge('E-posta;Tür;Telefon\nolmaz;dergilik;yok');

    expect(line?.problems.map(({ problem }) => problem)).toEqual([
      'NOT_AN_ADDRESS',
      'UNKNOWN_VALUE',
      'NOT_A_PHONE_NUMBER',
    ]);
  });

  it('sees addresses that the guide has, however they are written', () => {
    const [line] = judge('E-posta\nHABER@ISIK.example');

    expect(line?.status).toBe(LineStatus.DUPLICATE);
    expect(line?.problems).toEqual([{ column: 'EMAIL', problem: 'IN_GUIDE' }]);
  });

  it('takes the first good line of an address', () => {
    const lines = judge('E-posta;Telefon\na@x.example;yok\nA@x.example;1234\na@x.example;5678');

    expect(lines.map(({ status }) => status)).toEqual(['ERROR', 'OK', 'DUPLICATE']);
    expect(lines[2]?.problems).toEqual([{ column: 'EMAIL', problem: 'TWICE_IN_FILE' }]);
  });
});
