import { readWitness, witnessLine, type WitnessedHead } from './ledger-witness';

const edremit: WitnessedHead = {
  chain: '019d0000-0000-7000-8000-00000000000e',
  position: 9_007_199_254_740_993n,
  hash: 'a1'.repeat(32),
};
const system: WitnessedHead = { chain: 'system', position: 1n, hash: '0f'.repeat(32) };

describe('readWitness', () => {
  it('finds what witnessLine wrote, in their order, among other words', () => {
    const text = `Merhaba,\nEdremit Belediyesi\n${witnessLine(edremit)}\r\nTek Ses\n${witnessLine(system)}\n-- \n`;

    expect(readWitness(text)).toEqual([edremit, system]);
  });

  it('finds them in an answered mail', () => {
    expect(readWitness(`> > ${witnessLine(edremit)}\n>${witnessLine(system)}`)).toEqual([edremit, system]);
  });

  it.each([
    ['a shortened hash', witnessLine(edremit).slice(0, -1)],
    ['a position of nothing', `tek-ses-zincir-ucu system 0 ${'0f'.repeat(32)}`],
    ['words behind it', `${witnessLine(system)} ve`],
    ['nothing', ''],
  ])('takes no line with %s', (_what, text) => {
    expect(readWitness(text)).toEqual([]);
  });
});
