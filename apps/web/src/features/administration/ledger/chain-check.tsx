import { useState } from 'react';
import { useClient } from 'urql';
import { formatInstant } from '../../../lib/dates';
import { errorsOf, type UserError } from '../../../lib/errors';
import { graphql, type ResultOf } from '../../../lib/graphql';
import { catalogue, sentenceOf } from '../../../lib/messages';
import { Button } from '../../../ui/button';
import { Banner, ErrorSummary } from '../../../ui/feedback';
import css from '../administration.module.css';

const m = catalogue(
  {
    verify: 'Zinciri doğrula',
    whole:
      'Zincir sağlam. Baştan sona yeniden hesaplandı: hiçbir kayıt değişmemiş, silinmemiş ya da araya girmemiş. Kayıt sayısı: {count} · {at}',
    broken: 'Zincir bozuk. Bu birimin kayıtlarına dayanmadan önce işletmene ve bilgi işleme haber verin. {at}',
    place: 'İlk bozuk kayıt, sıra no: {position}',
    GAP: 'Bir kayıt eksik.',
    CHAIN: 'Bir kayıt başka bir birimin zincirinden.',
    PREVIOUS_HASH: 'Bir kayıt öncekinin özetini taşımıyor.',
    HASH: 'Bir kaydın içeriği yazıldıktan sonra değişmiş.',
    HEAD: 'Zincirin ucu son kayda uymuyor.',
  },
  {
    verify: 'Verify the chain',
    whole: 'The chain is whole. Computed anew: nothing was changed, removed or put in. Records: {count} · {at}',
    broken: 'The chain is broken. Tell the operator and the IT department before you rely on these records. {at}',
    place: 'First broken record, position: {position}',
    GAP: 'A record is missing.',
    CHAIN: 'A record is of the chain of another office.',
    PREVIOUS_HASH: 'A record does not carry the hash of the one before.',
    HASH: 'A record was changed after it was written.',
    HEAD: 'The head of the chain is not its last record.',
  },
);

const VerificationQuery = graphql(`
  query LedgerVerification($officeId: ID!) {
    ledgerVerification(officeId: $officeId) {
      isWhole
      eventCount
      brokenPosition
      reason
      verifiedAt
    }
  }
`);

type Verification = ResultOf<typeof VerificationQuery>['ledgerVerification'];

/** Computes the chain of the office anew and says what came of it. */
export function ChainCheck({ officeId }: { readonly officeId: string }) {
  const client = useClient();
  const [isPending, setIsPending] = useState(false);
  const [found, setFound] = useState<Verification | null>(null);
  const [errors, setErrors] = useState<readonly UserError[]>([]);
  async function verify() {
    setIsPending(true);
    const options = { requestPolicy: 'network-only' } as const;
    const { data, error } = await client.query(VerificationQuery, { officeId }, options).toPromise();
    setIsPending(false);
    setErrors(error ? errorsOf(error) : []);
    setFound(data?.ledgerVerification ?? null);
  }
  return (
    <div className={css.section} role="status">
      <div>
        <Button isPending={isPending} onPress={() => void verify()}>
          {m.verify()}
        </Button>
      </div>
      <ErrorSummary errors={errors} />
      {found === null ? null : <Outcome found={found} />}
    </div>
  );
}

function Outcome({ found }: { readonly found: Verification }) {
  const at = formatInstant(found.verifiedAt);
  if (found.isWhole) return <Banner tone="ok">{m.whole({ count: found.eventCount, at })}</Banner>;
  return (
    <Banner tone="alert">
      <p>{m.broken({ at })}</p>
      {found.reason === null ? null : <p>{sentenceOf(m, found.reason)}</p>}
      {found.brokenPosition === null ? null : <p>{m.place({ position: found.brokenPosition })}</p>}
    </Banner>
  );
}
