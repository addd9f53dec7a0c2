import { formatInstant } from '../../../lib/dates';
import { catalogue } from '../../../lib/messages';
import { LinkButton } from '../../../ui/button';
import { useDesk } from './desk-context';

const m = catalogue(
  {
    out: 'Servis: {at}',
    open: 'Basın odasında oku',
    why: 'Biriminiz bu bültende yer almadığı için çalışma metni açık değildir.',
  },
  {
    out: 'Released: {at}',
    open: 'Read in the newsroom',
    why: 'Your office takes no part in it, so its working text is not open.',
  },
);

/** What offices without a part in it see: what the public sees. */
export function PublicReading() {
  const { bulletin } = useDesk();
  return (
    <div className="stack">
      <p>{bulletin.spot}</p>
      {bulletin.releasedAt === null ? null : (
        <p className="quiet">{m.out({ at: formatInstant(bulletin.releasedAt) })}</p>
      )}
      <p className="quiet">{m.why()}</p>
      {bulletin.publicPath === null ? null : (
        <p>
          <LinkButton href={bulletin.publicPath} target="_blank">
            {m.open()}
          </LinkButton>
        </p>
      )}
    </div>
  );
}
