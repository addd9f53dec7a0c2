import { Injectable } from '@nestjs/common';
import { Env } from '../config/env';
import { addressMark, readUnsubscribeToken, signUnsubscribeToken, type TokenSubject } from './address-keys';

/** `address-keys` with the secret of this workspace. */
@Injectable()
export class MediaKeys {
  constructor(private readonly env: Env) {}

  mark(address: string): Buffer {
    return addressMark(this.env.SESSION_SECRET, address);
  }

  sign(subject: TokenSubject): string {
    return signUnsubscribeToken(this.env.SESSION_SECRET, subject);
  }

  read(token: string): TokenSubject | null {
    return readUnsubscribeToken(this.env.SESSION_SECRET, token);
  }
}
