import { newId } from '@domain/ids';
import { Role, type Actor } from '@domain/identity/actor';
import { slug } from '@turkish/slug';
import { RequestContext } from '../core/context';
import { demoDomain, demoPassword } from '../identity/demo-accounts';
import { MembershipEntity } from '../identity/membership.entity';
import { hashPassword } from '../identity/passwords';
import { UserEntity } from '../identity/user.entity';
import { OfficeEntity, OfficeState } from '../offices/office.entity';

const roles = [
  { role: Role.PRESS_DIRECTOR, title: 'Basın ve halkla ilişkiler müdürü', box: 'mudur' },
  { role: Role.DEPARTMENT_HEAD, title: 'Daire başkanı', box: 'baskan' },
  { role: Role.EDITOR, title: 'Haber editörü', box: 'editor' },
  { role: Role.STAFF, title: 'Muhabir', box: 'muhabir' },
  { role: Role.OBSERVER, title: 'Özel kalem', box: 'izleyici' },
] as const;

const names = [
  'Işıl Demir', 'İlker Aydın', 'Şule Güneş', 'Çağrı Öztürk', 'Gülşen Yıldız', 'Ömer Kılıç',
  'Zeynep Ağaoğlu', 'Tuğrul Şahin', 'Özlem Çınar', 'Uğur Işık', 'Figen Doğan', 'Barış Ilgaz',
  'Nuray Çetin', 'Görkem İnce', 'Sıla Koç', 'Yiğit Ünal', 'Hülya Şeker', 'Cihan Özgür',
  'Aslı Güler', 'Kağan Tığ', 'Ümran Çelik', 'Doğukan Işıklar', 'Müge Şen', 'Rıza Gökçe',
  'Ayşın Ökten', 'Tarık İleri', 'Nilgün Çağlar', 'Selçuk Ağır', 'Ebru Kızıl', 'Oğuz Şimşek',
]; // prettier-ignore

export interface DemoOffice {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Acts as the press director of the office at an instant. */
  as(ctx: RequestContext, at: Date): RequestContext;
}

/** Sign-in address of a demo account: 'mudur@edremit.ornek'. */
export function demoAddress(box: string, officeCode: string): string {
  return `${box}@${officeCode}${demoDomain}`;
}

/** One account per role in every active office, and one operator. Returns the offices with their directors. */
export async function seedPeople(ctx: RequestContext): Promise<DemoOffice[]> {
  const passwordHash = await hashPassword(demoPassword);
  const offices = await ctx.db.find(OfficeEntity, {
    where: { state: OfficeState.ACTIVE },
    order: { protocolOrder: 'ASC' },
  });
  await addUser(ctx, { email: 'isletmen@tekses.ornek', name: 'Platform işletmeni', passwordHash, isOperator: true });
  const demo: DemoOffice[] = [];
  for (const [officeIndex, office] of offices.entries()) {
    let director: Actor | null = null;
    for (const [index, { role, title, box }] of roles.entries()) {
      const name = names[(officeIndex * roles.length + index) % names.length] ?? title;
      const email = demoAddress(box, office.code);
      const userId = await addUser(ctx, { email, name, passwordHash, isOperator: false });
      const membership = await addMembership(ctx, userId, office.id, role, title);
      if (role === Role.PRESS_DIRECTOR) director = actorOf(userId, membership);
    }
    await ctx.db.update(OfficeEntity, office.id, {
      contactName: names[(officeIndex * roles.length) % names.length] ?? '',
      contactPhone: `0266 000 00 ${String(officeIndex + 10)}`,
      contactEmail: `basin@${slug(office.code)}.ornek`,
    });
    if (director) demo.push(demoOffice(office, director));
  }
  return demo;
}

function demoOffice({ id, code, name }: OfficeEntity, director: Actor): DemoOffice {
  return { id, code, name, as: (ctx, at) => new RequestContext(director, at, ctx.db, ctx.requestId) };
}

function actorOf(userId: string, { id, officeId, role }: MembershipEntity): Actor {
  const memberships = [{ id, officeId, role }];
  return { kind: 'user', userId, officeId, memberships, deputyships: [], isOperator: false, scopes: null };
}

async function addUser(
  ctx: RequestContext,
  user: Pick<UserEntity, 'email' | 'name' | 'passwordHash' | 'isOperator'>,
): Promise<string> {
  const id = newId(ctx.now);
  const rest = { locale: 'tr', notificationPreferences: {}, createdAt: ctx.now };
  await ctx.db.save(UserEntity, { id, ...user, ...rest });
  return id;
}

function addMembership(
  ctx: RequestContext,
  userId: string,
  officeId: string,
  role: Role,
  title: string,
): Promise<MembershipEntity> {
  return ctx.db.save(MembershipEntity, {
    id: newId(ctx.now),
    userId,
    officeId,
    role,
    title,
    validFrom: '2026-01-01',
    validUntil: null,
    createdAt: ctx.now,
  });
}
