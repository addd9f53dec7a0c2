import { Query, Resolver } from '@nestjs/graphql';
import { Env } from '../config/env';
import { Ctx, RequestContext } from '../core/context';
import { Public } from '../core/public.decorator';
import { membershipValidSql } from './actor-query';
import { demoDomain, demoPassword } from './demo-accounts';
import { SignInOptionsType, type DemoAccountType } from './sign-in-options.type';

const demoAccountsSql = `
  select u.email, u.name, o.name as "officeName", m.role
  from users u
  left join memberships m on m.user_id = u.id and ${membershipValidSql('m', '$1::timestamptz')}
  left join offices o on o.id = m.office_id
  where right(u.email, length($2)) = $2 and u.suspended_at is null and (o.id is null or o.state <> 'INACTIVE')
  order by o.protocol_order nulls last, array_position($3::text[], m.role), u.email limit 200`;

const roleOrder = ['PRESS_DIRECTOR', 'DEPARTMENT_HEAD', 'EDITOR', 'STAFF', 'OBSERVER'];

/** What the sign-in page has to know before anybody is signed in. */
@Resolver(() => SignInOptionsType)
export class SignInOptionsResolver {
  constructor(private readonly env: Env) {}

  @Public()
  @Query(() => SignInOptionsType, { description: 'How one can sign in here.' })
  async signInOptions(@Ctx() ctx: RequestContext): Promise<SignInOptionsType> {
    const { OIDC_ISSUER, OIDC_LABEL, DEMO } = this.env;
    return {
      directory: OIDC_ISSUER ? { label: OIDC_LABEL, path: '/auth/oidc/start' } : null,
      demo: DEMO ? { password: demoPassword, accounts: await demoAccounts(ctx) } : null,
    };
  }
}

/** Accounts with an address of the demo domain alone: a real account that was made in demo mode stays unsaid. */
function demoAccounts(ctx: RequestContext): Promise<DemoAccountType[]> {
  return ctx.db.query(demoAccountsSql, [ctx.now, demoDomain, roleOrder]);
}
