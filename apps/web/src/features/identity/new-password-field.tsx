import { passwordFault, passwordLength, type PasswordOwner } from '@domain/identity/password.policy';
import { useState } from 'react';
import { catalogue, sentenceOf } from '../../lib/messages';
import { Checkbox, TextField } from '../../ui/field';

const m = catalogue(
  {
    label: 'Yeni parola',
    hint: 'En az {min} karakter. Birkaç sözcüklük bir cümle hem kolay anımsanır hem güçlüdür.',
    show: 'Parolayı göster',
    TOO_SHORT: 'Parola en az {min} karakter olmalı.',
    TOO_LONG: 'Parola en çok {max} karakter olabilir.',
    TOO_COMMON: 'Bu parola çok kullanılanlar arasında; başka bir parola seçin.',
    LIKE_ACCOUNT: 'Parola adınıza ya da e-posta adresinize çok benziyor.',
  },
  {
    label: 'New password',
    hint: 'At least {min} characters. A sentence of a few words is easy to remember and strong.',
    show: 'Show the password',
    TOO_SHORT: 'The password must have at least {min} characters.',
    TOO_LONG: 'The password may have at most {max} characters.',
    TOO_COMMON: 'This password is among the most used ones; choose another.',
    LIKE_ACCOUNT: 'The password is too much like your name or e-mail address.',
  },
);

interface NewPasswordFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Whose it will be, as far as the page knows. */
  readonly owner: PasswordOwner;
  /** What the server said. */
  readonly error?: string | undefined;
}

/** What is wrong with a new password, in words; nothing while it is empty. The server judges by the same rule. */
export function complaintAbout(password: string, owner: PasswordOwner): string | undefined {
  const fault = password === '' ? null : passwordFault(password, owner);
  if (fault === null) return undefined;
  return sentenceOf(
    { ...m, TOO_SHORT: () => m.TOO_SHORT(passwordLength), TOO_LONG: () => m.TOO_LONG(passwordLength) },
    fault,
  );
}

/** A new password that may be pasted and looked at (WCAG 2.2, 3.3.8); the rule is told before it is broken. */
export function NewPasswordField({ value, onChange, owner, error }: NewPasswordFieldProps) {
  const [isShown, setIsShown] = useState(false);
  const [isLeft, setIsLeft] = useState(false);
  const complaint = isLeft ? complaintAbout(value, owner) : undefined;
  return (
    <div className="stack">
      <TextField
        label={m.label()}
        hint={m.hint(passwordLength)}
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        value={value}
        onChange={onChange}
        onBlur={() => setIsLeft(true)}
        error={complaint ?? error}
        isRequired
      />
      <Checkbox isSelected={isShown} onChange={setIsShown}>
        {m.show()}
      </Checkbox>
    </div>
  );
}
