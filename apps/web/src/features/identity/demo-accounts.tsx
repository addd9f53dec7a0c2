import { useState } from 'react';
import { catalogue, sentenceOf } from '../../lib/messages';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/field';
import css from './demo-accounts.module.css';

const m = catalogue(
  {
    title: 'Örnek hesaplar',
    text: 'Bu kurulumda örnek içerik açık. Bir birimin bir çalışanı olarak deneyin; parola: {password}',
    account: 'Hesap',
    enter: 'Bu hesapla gir',
    person: '{office}: {name}, {role}',
    operator: 'Platform işletmeni: {name}',
    PRESS_DIRECTOR: 'basın müdürü',
    DEPARTMENT_HEAD: 'başkan',
    EDITOR: 'editör',
    STAFF: 'muhabir',
    OBSERVER: 'izleyici',
  },
  {
    title: 'Sample accounts',
    text: 'This installation shows sample content. Try it as somebody of an office; password: {password}',
    account: 'Account',
    enter: 'Enter with this account',
    person: '{office}: {name}, {role}',
    operator: 'Platform operator: {name}',
    PRESS_DIRECTOR: 'press director',
    DEPARTMENT_HEAD: 'department head',
    EDITOR: 'editor',
    STAFF: 'reporter',
    OBSERVER: 'observer',
  },
);

interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly officeName: string | null;
  readonly role: string | null;
}

interface DemoAccountsProps {
  readonly demo: { readonly password: string; readonly accounts: readonly DemoAccount[] };
  readonly onChoose: (credentials: { readonly email: string; readonly password: string }) => void;
}

/** Only where demo content is shown: a way in without typing. */
export function DemoAccounts({ demo, onChoose }: DemoAccountsProps) {
  const [email, setEmail] = useState(demo.accounts[0]?.email ?? '');
  const options = demo.accounts.map((account) => ({ value: account.email, label: wordsFor(account) }));
  return (
    <section className={css.demo} aria-labelledby="ornek-hesaplar">
      <h2 id="ornek-hesaplar">{m.title()}</h2>
      <p className="quiet small">{m.text({ password: demo.password })}</p>
      <SelectField label={m.account()} value={email} options={options} onChange={setEmail} />
      <Button onPress={() => onChoose({ email, password: demo.password })}>{m.enter()}</Button>
    </section>
  );
}

function wordsFor({ name, officeName, role }: DemoAccount): string {
  if (officeName === null || role === null) return m.operator({ name });
  return m.person({ office: officeName, name, role: sentenceOf(m, role) });
}
