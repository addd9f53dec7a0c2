import { useQuery } from 'urql';
import { graphql } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { LinkButton } from '../../../ui/button';
import { Loaded } from '../../../ui/feedback';
import { AdministrationFrame } from '../administration-frame';
import css from '../administration.module.css';
import { NoRight } from '../no-right';
import { CharterHistory } from './charter-history';
import { CharterInForce } from './charter-in-force';
import { CharterFields } from './charter-fields';
import { CharterProposal } from './charter-proposal';

const m = catalogue(
  {
    intro:
      'Tüzük, birimlerin birlikte çalışma kurallarıdır. Her değişiklik önerilir ve etkin bütün birimler aynı metni imzalayınca yürürlüğe girer.',
    propose: 'Değişiklik öner',
    pending: 'İmza bekleyen bir öneri var; önce o sonuçlanmalı.',
    notYours: 'Öneriyi, oluru sayılan bir birimin basın müdürü ya da tam yetkili vekili yapar.',
    noRight: 'Tüzük birimlerin kendi aralarındadır.',
    noRightText: 'Tüzüğü birimlerin çalışanları okur; basın müdürleri ve vekilleri imzalar.',
  },
  {
    intro:
      'The charter holds the rules of working together. A change is proposed and comes into force when all active offices have signed the same words.',
    propose: 'Propose a change',
    pending: 'A proposal waits for signatures; it must be settled first.',
    notYours: 'The press director, or a deputy for all signatures, of an active office proposes.',
    noRight: 'The charter is between the offices.',
    noRightText: 'People of offices read it; press directors and deputies sign it.',
  },
);

const ChartersQuery = graphql(
  `
    query AdministrationCharters {
      charters {
        id
        state
        ...CharterFields
      }
    }
  `,
  [CharterFields],
);

/** The joint rules: in force, proposed, and how they came about. */
export function CharterPage() {
  const { viewer } = useSession();
  const [result, readAgain] = useQuery({ query: ChartersQuery, pause: viewer.office === null });
  const again = () => readAgain({ requestPolicy: 'network-only' });
  if (viewer.office === null) {
    return (
      <AdministrationFrame>
        <NoRight title={m.noRight()}>{m.noRightText()}</NoRight>
      </AdministrationFrame>
    );
  }
  const charters = result.data?.charters ?? [];
  const proposed = charters.find(({ state }) => state === 'PROPOSED');
  const mayPropose = viewer.office.viewerCan.includes('PROPOSE_CHARTER');
  return (
    <AdministrationFrame
      actions={
        mayPropose && proposed === undefined ? (
          <LinkButton href="/yonetim/tuzuk/oneri">{m.propose()}</LinkButton>
        ) : undefined
      }
    >
      <p className="quiet">
        {m.intro()} {mayPropose && proposed ? m.pending() : null} {mayPropose ? null : m.notYours()}
      </p>
      <Loaded result={result} onRetry={again}>
        {() => {
          const inForce = charters.find(({ state }) => state === 'IN_FORCE');
          return (
            <div className={css.section}>
              {proposed && inForce ? <CharterProposal data={proposed} inForce={inForce} onDone={again} /> : null}
              {inForce ? <CharterInForce data={inForce} onDone={again} /> : null}
              <CharterHistory data={charters.filter(({ state }) => state === 'SUPERSEDED' || state === 'WITHDRAWN')} />
            </div>
          );
        }}
      </Loaded>
    </AdministrationFrame>
  );
}
