import type { VNode } from 'preact';
import type { NewsroomOffice } from '../published-editions';

type Contacted = Pick<NewsroomOffice, 'name' | 'pressUnit' | 'contact'>;

/** How the press reaches an office. What the office left empty is left out. */
export function ContactCard({
  office,
  headingLevel,
}: {
  readonly office: Contacted;
  readonly headingLevel: 2 | 3;
}): VNode {
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  const { name, phone, email } = office.contact;
  return (
    <div class="contact">
      <Heading class="contact-office">{office.name}</Heading>
      <p class="contact-unit">{office.pressUnit}</p>
      {name === null ? null : <p>{name}</p>}
      {phone === null ? null : (
        <p>
          <a href={`tel:${dialled(phone)}`}>{phone}</a>
        </p>
      )}
      {email === null ? null : (
        <p>
          <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
    </div>
  );
}

/** '0266 555 01 10' → '+902665550110' (RFC 3966 global form); short numbers such as 444 40 10 stay as dialled. */
export function dialled(phone: string): string {
  const digits = phone.replace(/[^\d+]/g, '');
  return /^0\d{10}$/.test(digits) ? `+9${digits}` : digits;
}
