import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql, readFragment, Refusal } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { useAct } from '../../../lib/use-act';
import { Button } from '../../../ui/button';
import { Form } from '../../../ui/form';
import { errorFor, errorsBeside, ErrorSummary, Loaded } from '../../../ui/feedback';
import { RadioField, TextField } from '../../../ui/field';
import { toast } from '../../../ui/toast';
import { AdministrationFrame } from '../administration-frame';
import css from '../administration.module.css';
import { NoRight } from '../no-right';
import { RulesFields } from './charter-fields';
import { ruleSentences, type CharterRules } from './charter-words';
import { RuleFields } from './rule-fields';

const m = catalogue(
  {
    title: 'Tüzük değişikliği öner',
    back: 'Tüzük',
    intro:
      'Yürürlükteki kurallardan başlayın, yalnız değişmesini istediklerinizi değiştirin. Öneri etkin bütün birimlere gider; siz de ayrıca imzalarsınız.',
    partners: 'Ambargonun erken kalkması için gereken ortak sayısı',
    partnersHint: '1–20; yürütücü birim sayılmaz',
    order: 'Birimlerin sırası',
    LEAD_FIRST_THEN_PROTOCOL: 'Önce yürütücü, sonra protokol sırası',
    LEAD_FIRST_THEN_ALPHABETICAL: 'Önce yürütücü, sonra abece sırası',
    note: 'Ne değişiyor, neden?',
    noteHint: 'Bütün birimler okur',
    changes: 'Önerilen değişiklikler',
    none: 'Henüz bir kuralı değiştirmediniz.',
    nothing: 'Önce en az bir kuralı değiştirin.',
    propose: 'Öneriyi gönder',
    proposed: 'Öneri birimlere gönderildi. Şimdi kendi biriminiz adına imzalayabilirsiniz.',
    noRight: 'Bu birim adına tüzük önerisi yapamazsınız.',
    noRightText: 'Öneriyi, oluru sayılan bir birimin basın müdürü ya da bütün imzalar için yetkili vekili yapar.',
  },
  {
    title: 'Propose a change of the charter',
    back: 'Charter',
    intro:
      'Begin with the rules in force and change what should change. It goes to all active offices; you sign it too, afterwards.',
    partners: 'Partners that must agree before an embargo ends early',
    partnersHint: '1–20, the lead not counted',
    order: 'Order of the offices',
    LEAD_FIRST_THEN_PROTOCOL: 'The lead first, then by protocol',
    LEAD_FIRST_THEN_ALPHABETICAL: 'The lead first, then by alphabet',
    note: 'What changes, and why?',
    noteHint: 'All offices read it',
    changes: 'Proposed changes',
    none: 'You have not changed a rule yet.',
    nothing: 'Change at least one rule first.',
    propose: 'Send the proposal',
    proposed: 'The proposal was sent to the offices. Now you can sign it for your own.',
    noRight: 'You cannot propose a charter for this office.',
    noRightText: 'The press director, or a deputy for all signatures, of an active office proposes.',
  },
);

const InForceQuery = graphql(
  `
    query CharterToChange {
      charter {
        id
        rules {
          ...CharterRulesFields
        }
      }
    }
  `,
  [RulesFields],
);

const ProposeMutation = graphql(
  `
    mutation CharterPropose($input: CharterProposeInput!) {
      charterPropose(input: $input) {
        charter {
          id
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

/** New rules, begun with those in force. */
export function CharterProposalPage() {
  const { viewer } = useSession();
  const mayPropose = viewer.office?.viewerCan.includes('PROPOSE_CHARTER') === true;
  const [result, readAgain] = useQuery({ query: InForceQuery, pause: !mayPropose });
  return (
    <AdministrationFrame
      title={m.title()}
      back={
        <Link to="/yonetim/tuzuk" activeOptions={{ exact: true }}>
          {m.back()}
        </Link>
      }
    >
      {mayPropose ? (
        <Loaded result={result} onRetry={() => readAgain({ requestPolicy: 'network-only' })}>
          {({ charter }) =>
            charter === null ? null : (
              <ProposalForm key={charter.id} inForce={readFragment(RulesFields, charter.rules)} />
            )
          }
        </Loaded>
      ) : (
        <NoRight title={m.noRight()}>{m.noRightText()}</NoRight>
      )}
    </AdministrationFrame>
  );
}

const orders = ['LEAD_FIRST_THEN_PROTOCOL', 'LEAD_FIRST_THEN_ALPHABETICAL'] as const;

function ProposalForm({ inForce }: { readonly inForce: CharterRules }) {
  const [rules, setRules] = useState<CharterRules>(inForce);
  const [note, setNote] = useState('');
  const { run, isPending, errors } = useAct(ProposeMutation);
  const navigate = useNavigate();
  const now = ruleSentences(inForce);
  const changed = ruleSentences(rules).filter(({ text }, index) => text !== now[index]?.text);

  async function propose() {
    const { signoff, earlyLiftPartners, nameOrder } = rules;
    const given = signoff.map(({ kind, signers, quorum, answerWithinHours, onSilence }) => ({
      kind,
      signers,
      quorum,
      answerWithinHours,
      onSilence,
    }));
    const { isDone } = await run({ input: { note, rules: { signoff: given, earlyLiftPartners, nameOrder } } });
    if (!isDone) return;
    await navigate({ to: '/yonetim/tuzuk' });
    toast(m.proposed());
  }

  return (
    <Form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void propose();
      }}
    >
      <p className="quiet">{m.intro()}</p>
      <div className={css.columns}>
        {rules.signoff.map((rule) => (
          <RuleFields
            key={rule.kind}
            rule={rule}
            onChange={(next) =>
              setRules({
                ...rules,
                signoff: rules.signoff.map((one) => (one.kind === rule.kind ? { ...one, ...next } : one)),
              })
            }
          />
        ))}
      </div>
      <div className={css.columns}>
        <TextField
          label={m.partners()}
          hint={m.partnersHint()}
          inputMode="numeric"
          value={rules.earlyLiftPartners === 0 ? '' : String(rules.earlyLiftPartners)}
          onChange={(value) => setRules({ ...rules, earlyLiftPartners: Number.parseInt(value, 10) || 0 })}
          error={errorFor(errors, 'earlyLiftPartners')}
          isRequired
        />
        <RadioField
          label={m.order()}
          value={rules.nameOrder}
          options={orders.map((value) => ({ value, label: m[value]() }))}
          onChange={(nameOrder) => setRules({ ...rules, nameOrder })}
        />
      </div>
      <section className={css.section} aria-labelledby="degisiklikler" aria-live="polite">
        <h2 id="degisiklikler">{m.changes()}</h2>
        {changed.length === 0 ? <p className="quiet">{m.none()}</p> : null}
        <dl className={css.rules}>
          {changed.map(({ id, title, text }) => (
            <div key={id} className={css.rule}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
      <TextField
        label={m.note()}
        hint={m.noteHint()}
        rows={4}
        value={note}
        onChange={setNote}
        error={errorFor(errors, 'note')}
        isRequired
        maxLength={2000}
      />
      <ErrorSummary errors={errorsBeside(errors, ['note', 'earlyLiftPartners'])} />
      <div>
        <Button
          type="submit"
          look="primary"
          isPending={isPending}
          refusal={changed.length === 0 ? m.nothing() : undefined}
        >
          {m.propose()}
        </Button>
      </div>
    </Form>
  );
}
