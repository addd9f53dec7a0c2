import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Env } from '../config/env';

/**
 * Seals what must be read again (second-factor secrets) with AES-256-GCM and marks what must only be recognised
 * (device cookies, recovery codes, throttle keys) with HMAC-SHA-256. Every purpose has a key of its own, derived
 * from SESSION_SECRET by HKDF; a new SESSION_SECRET makes old seals unreadable.
 */
@Injectable()
export class SecretBox {
  constructor(private readonly env: Env) {}

  /** Seals a text; `bond` (an id) must be given again to open it, so that a sealed value cannot change rows. */
  seal(text: string, bond: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key('seal'), nonce).setAAD(Buffer.from(bond, 'utf8'));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return ['v1', nonce, cipher.getAuthTag(), sealed]
      .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
      .join('.');
  }

  /** Opens a sealed text. Throws when it was altered, sealed for something else or under another SESSION_SECRET. */
  open(sealed: string, bond: string): string {
    const [, nonce = '', tag = '', text = ''] = sealed.split('.');
    const decipher = createDecipheriv('aes-256-gcm', this.key('seal'), Buffer.from(nonce, 'base64url'), {
      authTagLength: 16,
    })
      .setAAD(Buffer.from(bond, 'utf8'))
      .setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
  }

  /** A keyed mark of a text: the same text gives the same 32 bytes, which nobody else can compute. */
  mark(purpose: 'device' | 'recovery' | 'throttle', text: string): Buffer {
    return createHmac('sha256', this.key(purpose)).update(text, 'utf8').digest();
  }

  private key(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.env.SESSION_SECRET, 'tekses', purpose, 32));
  }
}
