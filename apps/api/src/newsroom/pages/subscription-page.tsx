import type { ComponentChildren, VNode } from 'preact';
import { TOPICS } from '@domain/media/preferences';
import type { PreferenceOffice, PreferenceView } from '../../media/media-preferences.service';
import { NEWSROOM_PATH, SUBSCRIPTION_PATH, subscriptionPath } from '../newsroom.addresses';
import { TEXTS } from '../newsroom.texts';
import { SUBSCRIPTION_TEXTS as texts } from '../subscription.texts';
import { renderDocument, type Frame } from './document';

/** What a button or a form of these pages says it wants, in the field `secim`. */
export const CHOICE = { sender: 'birim', all: 'hepsi', wishes: 'tercih' } as const;

/** Name of the checkboxes; the value is `<office>:<topic>`. */
export const WISH_FIELD = 'istek';

/** What the holder of a link may choose. Looking at it changes nothing: link scanners look at everything. */
export function renderSubscriptionPage(frame: Frame, token: string, view: PreferenceView): string {
  const action = subscriptionPath(token);
  return page(frame, texts.title, [
    <p class="page-intro">{texts.intro}</p>,
    <dl class="dates">
      <div>
        <dt>{texts.address}</dt> <dd>{view.maskedAddress}</dd>
      </div>
      {view.sender === null ? null : (
        <div>
          <dt>{texts.sender}</dt> <dd>{view.sender.name}</dd>
        </div>
      )}
    </dl>,
    <section aria-labelledby="birak">
      <h2 id="birak">{texts.stopTitle}</h2>
      <p>{texts.stopIntro}</p>
      <form method="post" action={action} class="choices">
        {view.sender === null ? null : (
          <button type="submit" name="secim" value={CHOICE.sender}>
            {texts.stopSender}
          </button>
        )}
        <button type="submit" name="secim" value={CHOICE.all}>
          {texts.stopAll}
        </button>
      </form>
    </section>,
    <section aria-labelledby="konular">
      <h2 id="konular">{texts.chooseTitle}</h2>
      <p>{texts.chooseIntro}</p>
      <form method="post" action={action} class="choices">
        <input type="hidden" name="secim" value={CHOICE.wishes} />
        {view.offices.map((office) => (
          <OfficeWishes office={office} />
        ))}
        <button type="submit">{texts.save}</button>
      </form>
    </section>,
  ]);
}

/** What was done, and the way back. */
export function renderSubscriptionDonePage(frame: Frame, token: string, done: 'stopped' | 'saved'): string {
  const isStopped = done === 'stopped';
  return page(frame, isStopped ? texts.stoppedTitle : texts.savedTitle, [
    <p class="page-intro">{isStopped ? texts.stoppedBody : texts.savedBody}</p>,
    <p>
      <a href={subscriptionPath(token)}>{texts.back}</a>
    </p>,
  ]);
}

/** One page for a wrong link and for one whose contact is erased. */
export function renderSubscriptionUnknownPage(frame: Frame): string {
  return page(frame, texts.unknownTitle, [
    <p class="page-intro">{texts.unknownBody}</p>,
    <p>
      <a href={SUBSCRIPTION_PATH}>{texts.requestLink}</a>
    </p>,
  ]);
}

/** Asks for an address to send a link to. `refused` is what was written when it was no address. */
export function renderSubscriptionRequestPage(frame: Frame, refused: string | null = null): string {
  const isRefused = refused !== null;
  return page(frame, texts.requestTitle, [
    <p class="page-intro">{texts.requestIntro}</p>,
    <form method="post" action={SUBSCRIPTION_PATH} class="choices">
      <div class="field">
        <label for="adres">{texts.requestField}</label>
        <input
          id="adres"
          type="email"
          name="adres"
          autocomplete="email"
          required
          maxLength={254}
          value={refused ?? ''}
          aria-invalid={isRefused}
          aria-describedby={isRefused ? 'adres-hata' : undefined}
        />
        {isRefused ? (
          <p id="adres-hata" class="field-error" role="alert">
            {texts.requestInvalid}
          </p>
        ) : null}
      </div>
      <button type="submit">{texts.requestButton}</button>
    </form>,
  ]);
}

/** The same words whether the address is known or not. */
export function renderSubscriptionSentPage(frame: Frame): string {
  return page(frame, texts.sentTitle, [<p class="page-intro">{texts.sentBody}</p>]);
}

function OfficeWishes({ office }: { readonly office: PreferenceOffice }): VNode {
  return (
    <fieldset>
      <legend>{office.name}</legend>
      {TOPICS.map((topic) => (
        <label class="choice">
          <input
            type="checkbox"
            name={WISH_FIELD}
            value={`${office.code}:${topic.code}`}
            checked={office.wantedTopics.includes(topic.code)}
          />
          {topic.label}
        </label>
      ))}
    </fieldset>
  );
}

/** The token is in no canonical address, so that it stays in the mail and the address bar. */
function page(frame: Frame, title: string, content: ComponentChildren): string {
  return renderDocument(frame, {
    headerSearch: null,
    head: {
      title,
      description: texts.intro,
      canonicalPath: SUBSCRIPTION_PATH,
      isIndexed: false,
      feedScope: { kind: 'all' },
      feedTitle: TEXTS.publisher,
    },
    body: (
      <div class="wrap narrow statement">
        <h1 class="page-title">{title}</h1>
        {content}
        <p>
          <a href={NEWSROOM_PATH}>{TEXTS.notFound.back}</a>
        </p>
      </div>
    ),
  });
}
