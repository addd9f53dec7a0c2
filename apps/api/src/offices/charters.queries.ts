import type { Actor } from '@domain/identity/actor';
import { mayJoinCharter } from '@domain/identity/charter-joining.policy';
import type { CharterRules } from '@domain/signoff/charter';
import { CharterAct, charterActs, CharterState } from '@domain/signoff/charter.policy';
import { isCurrent, lastAnswer, SignatureVerdict, type SignableSection } from '@domain/signoff/signoff';
import type { CharterAnswerType, CharterType } from './charter.type';
import { showRules } from './charter-rules';
import { officeFacts, officeJsonSql, toOffice, type OfficeJson } from './office-presenter';
import { OfficeState } from './office.entity';
import type { OfficeType } from './office.type';

interface AnswerJson {
  readonly id: string;
  readonly officeId: string;
  readonly personName: string;
  readonly isByDeputy: boolean;
  readonly verdict: SignatureVerdict;
  readonly reason: string | null;
  readonly sectionHashes: Record<string, string>;
  readonly answeredAt: string;
  readonly withdrawnAt: string | null;
  readonly voidedAt: string | null;
}

interface CharterJson {
  readonly id: string;
  readonly versionNumber: number;
  readonly state: CharterState;
  readonly rules: CharterRules;
  readonly hash: string;
  readonly note: string;
  readonly proposedByOfficeId: string | null;
  readonly createdAt: string;
  readonly inForceAt: string | null;
  readonly answers: AnswerJson[];
}

/** What one statement answers: the versions that were asked for and all offices, to name them. */
export interface ChartersRow {
  readonly offices: OfficeJson[];
  readonly charters: CharterJson[];
}

/** The statement for the versions that a condition on `c` picks, newest first. */
export function chartersSql(condition: string): string {
  return `
    select (select jsonb_agg(${officeJsonSql} order by o.protocol_order) from offices o) as offices,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', c.id, 'versionNumber', c.version_number, 'state', c.state, 'rules', c.rules, 'hash', c.hash,
          'note', c.note, 'proposedByOfficeId', c.proposed_by_office_id, 'createdAt', c.created_at,
          'inForceAt', c.in_force_at, 'answers', coalesce((
            select jsonb_agg(jsonb_build_object(
              'id', s.id, 'officeId', s.office_id, 'personName', u.name, 'verdict', s.verdict, 'reason', s.reason,
              'isByDeputy', s.authority ->> 'kind' = 'DEPUTY', 'sectionHashes', s.section_hashes,
              'answeredAt', s.answered_at, 'withdrawnAt', s.withdrawn_at, 'voidedAt', s.voided_at
            ) order by s.answered_at, s.id)
            from signatures s join users u on u.id = s.person_id
            where s.subject_type = 'charter' and s.subject_id = c.id
          ), '[]')
        ) order by c.version_number desc)
        from charters c where ${condition}
      ), '[]') as charters`;
}

/** The versions as the API shows them to the actor. */
export function toCharters(row: ChartersRow, actor: Actor): CharterType[] {
  const offices = new Map(row.offices.map((json) => [json.id, toOffice(json, actor)]));
  return row.charters.map((json) => toCharter(json, offices, actor));
}

function toCharter(json: CharterJson, offices: ReadonlyMap<string, OfficeType>, actor: Actor): CharterType {
  const active = Array.from(offices.values()).filter((office) => office.state === OfficeState.ACTIVE);
  const signed = signedOfficeIds(json);
  return {
    id: json.id,
    versionNumber: json.versionNumber,
    state: json.state,
    rules: showRules(json.rules),
    hash: json.hash,
    note: json.note,
    proposedBy: offices.get(json.proposedByOfficeId ?? '') ?? null,
    createdAt: new Date(json.createdAt),
    inForceAt: json.inForceAt ? new Date(json.inForceAt) : null,
    answers: json.answers.map((answer) => toAnswer(answer, offices)),
    missing: active.filter((office) => !signed.has(office.id)),
    viewerCan: viewerCan(json, active, offices, actor),
  };
}

/** The offices whose newest answer is a standing signature on exactly these words. */
function signedOfficeIds({ hash, answers }: CharterJson): Set<string> {
  const sections: SignableSection[] = [{ key: 'rules', officeId: null, hash }];
  const signatures = answers.map((answer) => ({
    ...answer,
    answeredAt: new Date(answer.answeredAt),
    withdrawnAt: answer.withdrawnAt ? new Date(answer.withdrawnAt) : null,
    voidedAt: answer.voidedAt ? new Date(answer.voidedAt) : null,
  }));
  const officeIds = new Set(signatures.map(({ officeId }) => officeId));
  const hasSigned = (officeId: string): boolean => {
    const last = lastAnswer(officeId, signatures);
    return last !== null && isCurrent(last, '', sections);
  };
  return new Set(Array.from(officeIds).filter(hasSigned));
}

function viewerCan(
  { state, proposedByOfficeId }: CharterJson,
  active: readonly OfficeType[],
  offices: ReadonlyMap<string, OfficeType>,
  actor: Actor,
): CharterAct[] {
  const signingOfficeIds = active.map((office) => office.id);
  const acts = charterActs(actor, { state, proposedByOfficeId: proposedByOfficeId ?? '', signingOfficeIds });
  const own = offices.get(actor.officeId ?? '');
  const joins = own !== undefined && mayJoinCharter(actor, officeFacts(own), state).allowed;
  return joins ? [...acts, CharterAct.SIGN] : acts;
}

function toAnswer(answer: AnswerJson, offices: ReadonlyMap<string, OfficeType>): CharterAnswerType {
  const office = offices.get(answer.officeId);
  if (!office) throw new Error(`signature ${answer.id} is of an unknown office`);
  const { id, personName, isByDeputy, verdict, reason } = answer;
  return {
    id,
    office,
    personName,
    isByDeputy,
    verdict,
    reason,
    answeredAt: new Date(answer.answeredAt),
    withdrawnAt: answer.withdrawnAt ? new Date(answer.withdrawnAt) : null,
  };
}
