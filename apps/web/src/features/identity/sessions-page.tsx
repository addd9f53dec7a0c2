import { useQuery } from 'urql';
import { formatNear } from '../../lib/dates';
import { graphql, Refusal } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { useAct } from '../../lib/use-act';
import { Button } from '../../ui/button';
import { ErrorSummary, Loaded } from '../../ui/feedback';
import { Mark } from '../../ui/mark';
import { toast } from '../../ui/toast';
import { AccountFrame } from './account-frame';
import css from './account-frame.module.css';
import { deviceName } from './device-name';

const m = catalogue(
  {
    intro: 'Açık oturumlarınız. Tanımadığınız bir cihaz görürseniz oturumunu kapatın ve parolanızı değiştirin.',
    current: 'Bu cihaz',
    facts: 'Son işlem: {seen} · Açılış: {opened} · Ağ: {ip}',
    end: 'Oturumu kapat',
    ended: 'Oturum kapatıldı.',
  },
  {
    intro: 'Your open sessions. If you do not know a device, close its session and change your password.',
    current: 'This device',
    facts: 'Last act: {seen} · Opened: {opened} · Network: {ip}',
    end: 'Close the session',
    ended: 'The session was closed.',
  },
);

const SessionsQuery = graphql(`
  query Sessions {
    viewer {
      user {
        id
      }
      sessions {
        id
        createdAt
        lastSeenAt
        ip
        userAgent
        isCurrent
      }
    }
  }
`);

const RevokeMutation = graphql(
  `
    mutation SessionRevoke($id: ID!) {
      sessionRevoke(id: $id) {
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

/** Where one is signed in; every other session can be closed. */
export function SessionsPage() {
  const [result, readAgain] = useQuery({ query: SessionsQuery, requestPolicy: 'network-only' });
  const { run, errors } = useAct(RevokeMutation);
  const again = () => readAgain({ requestPolicy: 'network-only' });

  async function end(id: string) {
    const { isDone } = await run({ id });
    if (isDone) toast(m.ended());
    again();
  }

  return (
    <AccountFrame>
      <p>{m.intro()}</p>
      <ErrorSummary errors={errors} />
      <Loaded result={result} onRetry={again}>
        {({ viewer: { sessions } }) => (
          <ul className={css.rows}>
            {sessions.map((session) => (
              <li key={session.id} className={css.rowItem}>
                <div>
                  <p>
                    <strong>{deviceName(session.userAgent)}</strong>{' '}
                    {session.isCurrent ? <Mark tone="ok">{m.current()}</Mark> : null}
                  </p>
                  <p className="quiet small">
                    {m.facts({
                      seen: formatNear(session.lastSeenAt),
                      opened: formatNear(session.createdAt),
                      ip: session.ip,
                    })}
                  </p>
                </div>
                {session.isCurrent ? null : <Button onPress={() => void end(session.id)}>{m.end()}</Button>}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </AccountFrame>
  );
}
