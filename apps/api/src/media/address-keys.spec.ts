import fc from 'fast-check';
import { addressMark, readUnsubscribeToken, signUnsubscribeToken } from './address-keys';

const secret = 'a test secret that is long enough';
const contactId = '019db1a0-0000-7000-8000-00000000c001';
const officeId = '019db1a0-0000-7000-8000-00000000f001';

describe('addressMark', () => {
  it('is the same for the same address and other for another secret', () => {
    const mark = addressMark(secret, 'haber@ornek.example');

    expect(mark).toHaveLength(32);
    expect(addressMark(secret, 'haber@ornek.example').equals(mark)).toBe(true);
    expect(addressMark(secret, 'haber2@ornek.example').equals(mark)).toBe(false);
    expect(addressMark(`${secret}!`, 'haber@ornek.example').equals(mark)).toBe(false);
  });
});

describe('unsubscribe token', () => {
  it('names the contact and the sending office', () => {
    const token = signUnsubscribeToken(secret, { contactId, officeId });

    expect(token).toMatch(/^[\w-]{64}$/);
    expect(readUnsubscribeToken(secret, token)).toEqual({ contactId, officeId });
  });

  it('may name no office', () => {
    const token = signUnsubscribeToken(secret, { contactId, officeId: null });

    expect(readUnsubscribeToken(secret, token)).toEqual({ contactId, officeId: null });
  });

  it('is refused under another secret', () => {
    const token = signUnsubscribeToken(secret, { contactId, officeId });

    expect(readUnsubscribeToken(`${secret}!`, token)).toBeNull();
  });

  it('is refused when one character of it is another', () => {
    const token = signUnsubscribeToken(secret, { contactId, officeId });

    fc.assert(
      fc.property(fc.nat(63), fc.constantFrom('A', 'Z', 'a', 'z', '0', '9', '_', '-'), (position, letter) => {
        const altered = token.slice(0, position) + letter + token.slice(position + 1);

        return altered === token || readUnsubscribeToken(secret, altered) === null;
      }),
    );
  });

  it.each(['', 'abonelik', '../../etc', 'A'.repeat(63), 'A'.repeat(64), 'İ'.repeat(64)])('refuses %j', (token) => {
    expect(readUnsubscribeToken(secret, token)).toBeNull();
  });
});
