import { useNavigate } from '@tanstack/react-router';
import { catalogue } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { Menu, type MenuAct } from '../../../ui/overlay';
import { DuplicateBulletin, ReopenBulletin, SubmitBulletin } from './bulletin-acts';
import { FollowBulletin, UnfollowBulletin } from './olur-acts';
import { fitsState, primaryActOf } from './desk-acts';
import type { DeskAct } from './desk-bulletin';
import { useDesk } from './desk-context';

const m = catalogue(
  {
    menu: 'Diğer işlemler',
    invite: 'Ortak birim çağır',
    submit: 'Olura sun',
    submitted: 'Bülten olura sunuldu.',
    reopen: 'Yazıma geri al',
    reopened: 'Bülten yazıma geri alındı; değişmeyen metnin olurları duruyor.',
    unschedule: 'Servis onayını geri al',
    liftEmbargo: 'Ambargoyu kaldır',
    correct: 'Düzeltme yayımla',
    withdraw: 'Geri çek',
    decline: 'Bültenden ayrıl',
    duplicate: 'Çoğalt',
    duplicated: 'Yeni taslak hazır.',
    follow: 'İzle',
    followed: 'Bülteni izliyorsunuz; olan her şey size bildirilir.',
    unfollow: 'İzlemeyi bırak',
    unfollowed: 'Yalnız sizi bekleyen işler bildirilir.',
    print: 'Yazdır',
    newsroom: 'Basın odasında aç',
    discard: 'Taslağı at',
  },
  {
    menu: 'More',
    invite: 'Invite an office',
    submit: 'Offer for sign-off',
    submitted: 'The bulletin is offered for sign-off.',
    reopen: 'Take back to writing',
    reopened: 'Back to writing; signatures on unchanged text stand.',
    unschedule: 'Take the approval back',
    liftEmbargo: 'Lift the embargo',
    correct: 'Publish a correction',
    withdraw: 'Withdraw',
    decline: 'Leave the bulletin',
    duplicate: 'Duplicate',
    duplicated: 'The new draft is ready.',
    follow: 'Follow',
    followed: 'You follow it and are told of everything.',
    unfollow: 'Stop following',
    unfollowed: 'You are told only of what waits for you.',
    print: 'Print',
    newsroom: 'Open in the newsroom',
    discard: 'Give the draft up',
  },
);

/** Everything else that can be done with it; acts that make no sense in its state are left out, refused ones say why. */
export function DeskMenu() {
  const { bulletin, ask, refusal, run } = useDesk();
  const { viewer } = useSession();
  const navigate = useNavigate();
  const { id, publicPath } = bulletin;
  const isPrimary = (act: string) => primaryActOf(bulletin, viewer.office?.id) === act;
  const duplicate = async () => {
    const payload = await run(DuplicateBulletin, { id }, m.duplicated());
    if (payload?.bulletin) await navigate({ to: '/bultenler/$id', params: { id: payload.bulletin.id } });
  };
  const act = (name: DeskAct, label: string, go: () => void, isDangerous = false): MenuAct[] =>
    fitsState(bulletin, name) ? [{ id: name, label, refusal: refusal(name), isDangerous, run: go }] : [];
  const acts = [
    ...act('INVITE', m.invite(), () => ask('invite')),
    ...(isPrimary('SUBMIT') ? [] : act('SUBMIT', m.submit(), () => void run(SubmitBulletin, { id }, m.submitted()))),
    ...act('REOPEN', m.reopen(), () => void run(ReopenBulletin, { id }, m.reopened())),
    ...(bulletin.embargo === null || bulletin.embargoLiftedAt !== null
      ? []
      : act('LIFT_EMBARGO', m.liftEmbargo(), () => ask('liftEmbargo'))),
    ...act('UNSCHEDULE', m.unschedule(), () => ask('unschedule')),
    ...act('CORRECT', m.correct(), () => ask('correct')),
    ...(publicPath === null ? [] : [{ id: 'open', label: m.newsroom(), run: () => void window.open(publicPath) }]),
    ...act('DUPLICATE', m.duplicate(), () => void duplicate()),
    bulletin.viewerFollowing === 'FOLLOWED'
      ? { id: 'follow', label: m.unfollow(), run: () => void run(UnfollowBulletin, { id }, m.unfollowed()) }
      : { id: 'follow', label: m.follow(), run: () => void run(FollowBulletin, { id }, m.followed()) },
    { id: 'print', label: m.print(), run: () => window.print() },
    ...(bulletin.leadOffice.id === viewer.office?.id ? [] : act('DECLINE', m.decline(), () => ask('decline'), true)),
    ...act('WITHDRAW', m.withdraw(), () => ask('withdraw'), true),
    ...act('DISCARD', m.discard(), () => ask('discard'), true),
  ];
  return <Menu label={m.menu()} acts={acts} />;
}
