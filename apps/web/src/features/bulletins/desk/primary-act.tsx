import { catalogue } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { Button, LinkButton } from '../../../ui/button';
import { AcceptBulletin, ShareBulletin, SubmitBulletin } from './bulletin-acts';
import { primaryActOf } from './desk-acts';
import { useDesk } from './desk-context';
import { useRenew } from './use-renew';

const m = catalogue(
  {
    accept: 'Katıl',
    accepted: 'Biriminiz bültene katıldı.',
    share: 'Görüş iste',
    shared: 'Taslak çağrılan birimlere açıldı.',
    submit: 'Olura sun',
    submitted: 'Bülten olura sunuldu.',
    sign: 'Olur ver',
    renew: 'Oluru yenile',
    check: 'Servis et',
    plan: 'Servis planı',
    deliveries: 'Gönderimler',
    newsroom: 'Basın odasında aç',
  },
  {
    accept: 'Take part',
    accepted: 'Your office takes part.',
    share: 'Ask for comments',
    shared: 'The draft is open to the invited offices.',
    submit: 'Offer for sign-off',
    submitted: 'The bulletin is offered for sign-off.',
    sign: 'Sign',
    renew: 'Renew signature',
    check: 'Release',
    plan: 'Release plan',
    deliveries: 'Deliveries',
    newsroom: 'Open in the newsroom',
  },
);

/** The one act that the state asks of the acting office; its words follow the state, a refused one says why. */
export function PrimaryAct() {
  const { bulletin, ask, refusal, run, isRunning } = useDesk();
  const { viewer } = useSession();
  const renew = useRenew();
  const { id, publicPath } = bulletin;
  const common = { look: 'primary', isPending: isRunning } as const;
  switch (primaryActOf(bulletin, viewer.office?.id)) {
    case 'ACCEPT':
      return (
        <Button {...common} onPress={() => void run(AcceptBulletin, { id }, m.accepted())}>
          {m.accept()}
        </Button>
      );
    case 'SHARE':
      return (
        <Button {...common} refusal={refusal('SHARE')} onPress={() => void run(ShareBulletin, { id }, m.shared())}>
          {m.share()}
        </Button>
      );
    case 'SUBMIT':
      return (
        <Button {...common} refusal={refusal('SUBMIT')} onPress={() => void run(SubmitBulletin, { id }, m.submitted())}>
          {m.submit()}
        </Button>
      );
    case 'SIGN':
      return (
        <Button {...common} refusal={refusal('SIGN')} onPress={() => ask('sign')}>
          {m.sign()}
        </Button>
      );
    case 'RENEW':
      return (
        <Button {...common} refusal={refusal('SIGN')} onPress={() => void renew()}>
          {m.renew()}
        </Button>
      );
    case 'CHECK':
      return (
        <LinkButton look="primary" href={`/bultenler/${id}/kontrol`}>
          {bulletin.state === 'SCHEDULED' ? m.plan() : m.check()}
        </LinkButton>
      );
    case 'WAIT':
      return (
        <Button look="primary" refusal={refusal('APPROVE_RELEASE')}>
          {m.check()}
        </Button>
      );
    case 'DELIVERIES':
      return <LinkButton href={`/bultenler/${id}/kontrol`}>{m.deliveries()}</LinkButton>;
    case 'NEWSROOM':
      return <LinkButton href={publicPath ?? '/basin'}>{m.newsroom()}</LinkButton>;
    default:
      return null;
  }
}
