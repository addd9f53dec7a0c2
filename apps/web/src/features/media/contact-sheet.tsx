import { useQuery } from 'urql';
import { formatNear } from '../../lib/dates';
import { graphql, Refusal, type ResultOf } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';
import { useAct } from '../../lib/use-act';
import { Button } from '../../ui/button';
import { Banner, ErrorSummary, Loaded } from '../../ui/feedback';
import { Confirm, Dialog, useDisclosure } from '../../ui/overlay';
import { toast } from '../../ui/toast';
import { ContactForm } from './contact-form';
import { ContactState, nameOfContact } from './contact-rows';

const m = catalogue(
  {
    newTitle: 'Yeni kişi',
    unnamed: 'Kişi',
    owner: 'Kaydı tutan: {office}',
    lent: 'Bu kişi paylaşılan bir listeden geliyor; kaydı yalnız tutan birim değiştirir.',
    bounced: 'Bu adrese gönderilen e-posta geri döndü ({when}): {reason}',
    clearBounce: 'Adres düzeltildi, yeniden gönder',
    bounceCleared: 'Adres yeniden gönderime açıldı.',
    unsubscribe: 'Abonelikten çıkar',
    unsubscribeText: 'Kişi telefonla ya da yazıyla istediyse işaretleyin. Biriminiz bu adrese artık bülten göndermez.',
    unsubscribed: 'Kişi abonelikten çıkarıldı.',
    anonymise: 'Sil (anonimleştir)',
    anonymiseTitle: 'Kişiyi anonimleştir',
    anonymiseText:
      'Ad, adres, telefon ve notlar kalıcı olarak silinir; geri alınamaz. Yapılmış gönderimler sayı olarak kalır. Dayanak: KVKK m. 7.',
    anonymised: 'Kişi anonimleştirildi.',
  },
  {
    newTitle: 'New person',
    unnamed: 'Person',
    owner: 'Kept by: {office}',
    lent: 'This person comes from a shared list; only the office that keeps the record changes it.',
    bounced: 'Mail to this address bounced ({when}): {reason}',
    clearBounce: 'The address was mended, send again',
    bounceCleared: 'Mail goes to the address again.',
    unsubscribe: 'Unsubscribe',
    unsubscribeText:
      'Mark it if the person asked by phone or letter. Your office sends no more bulletins to this address.',
    unsubscribed: 'The person was unsubscribed.',
    anonymise: 'Delete (anonymise)',
    anonymiseTitle: 'Anonymise the person',
    anonymiseText:
      'Name, address, phone and notes are erased for good; this cannot be undone. Past deliveries stay as numbers. Ground: KVKK art. 7.',
    anonymised: 'The person was anonymised.',
  },
);

const ContactQuery = graphql(`
  query MediaContact($id: ID!) {
    mediaContact(id: $id) {
      id
      name
      unit
      email
      phone
      notes
      source
      legalBasis
      noticeGivenOn
      reviewDueOn
      isActive
      bouncedAt
      bounceReason
      unsubscribedAt
      anonymisedAt
      version
      viewerCan
      office {
        id
        name
      }
      outlet {
        id
        name
      }
    }
  }
`);

export type ContactDetails = NonNullable<ResultOf<typeof ContactQuery>['mediaContact']>;

const ClearBounceMutation = graphql(
  `
    mutation MediaContactClearBounce($id: ID!) {
      mediaContactClearBounce(id: $id) {
        contact {
          id
          bouncedAt
          version
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const UnsubscribeMutation = graphql(
  `
    mutation MediaContactUnsubscribe($id: ID!) {
      mediaContactUnsubscribe(id: $id) {
        contact {
          id
          unsubscribedAt
          version
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const AnonymiseMutation = graphql(
  `
    mutation MediaContactAnonymise($id: ID!) {
      mediaContactAnonymise(id: $id) {
        contact {
          id
          name
          anonymisedAt
          version
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

interface ContactSheetProps {
  /** null: somebody new. */
  readonly id: string | null;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Everything about one person of the press: reach, ground of keeping (KVKK), and what ends it. */
export function ContactSheet({ id, onClose, onChanged }: ContactSheetProps) {
  if (id === null) {
    return (
      <Dialog title={m.newTitle()} isOpen onClose={onClose} place="side" isFirm>
        <ContactForm
          contact={null}
          onSaved={() => {
            onChanged();
            onClose();
          }}
        />
      </Dialog>
    );
  }
  return <ExistingContact id={id} onClose={onClose} onChanged={onChanged} />;
}

function ExistingContact({ id, onClose, onChanged }: ContactSheetProps & { readonly id: string }) {
  const [result, readAgain] = useQuery({ query: ContactQuery, variables: { id }, requestPolicy: 'network-only' });
  const again = () => readAgain({ requestPolicy: 'network-only' });
  const contact = result.data?.mediaContact;
  return (
    <Dialog title={contact ? nameOfContact(contact) : m.unnamed()} isOpen onClose={onClose} place="side" isFirm>
      <Loaded result={{ ...result, data: contact ?? undefined }} onRetry={again}>
        {(found) => (
          <>
            <div className="row spread">
              <ContactState contact={found} />
              <span className="quiet small">{m.owner({ office: found.office.name })}</span>
            </div>
            {found.viewerCan.includes('EDIT') || found.anonymisedAt ? null : <Banner>{m.lent()}</Banner>}
            <ContactForm
              key={found.version}
              contact={found}
              onSaved={() => {
                onChanged();
                again();
              }}
            />
            {found.viewerCan.includes('EDIT') && !found.anonymisedAt ? (
              <ContactEnds
                contact={found}
                onChanged={() => {
                  onChanged();
                  again();
                }}
              />
            ) : null}
          </>
        )}
      </Loaded>
    </Dialog>
  );
}

function ContactEnds({ contact, onChanged }: { readonly contact: ContactDetails; readonly onChanged: () => void }) {
  const clearBounce = useAct(ClearBounceMutation);
  const unsubscribe = useAct(UnsubscribeMutation);
  const anonymise = useAct(AnonymiseMutation);
  const confirmation = useDisclosure();
  const { id } = contact;
  const finish = (words: string) => (outcome: { readonly isDone: boolean }) => {
    if (!outcome.isDone) return;
    toast(words);
    onChanged();
  };
  return (
    <div className="stack">
      <ErrorSummary errors={[...clearBounce.errors, ...unsubscribe.errors, ...anonymise.errors]} />
      {contact.bouncedAt ? (
        <Banner tone="warn">
          <p>{m.bounced({ when: formatNear(contact.bouncedAt), reason: contact.bounceReason ?? '–' })}</p>
          <Button onPress={() => void clearBounce.run({ id }).then(finish(m.bounceCleared()))}>
            {m.clearBounce()}
          </Button>
        </Banner>
      ) : null}
      {contact.unsubscribedAt ? null : (
        <div className="stack">
          <p className="quiet small">{m.unsubscribeText()}</p>
          <div className="row">
            <Button onPress={() => void unsubscribe.run({ id }).then(finish(m.unsubscribed()))}>
              {m.unsubscribe()}
            </Button>
          </div>
        </div>
      )}
      <div>
        <Button look="danger" onPress={confirmation.open}>
          {m.anonymise()}
        </Button>
      </div>
      <Confirm
        title={m.anonymiseTitle()}
        isOpen={confirmation.isOpen}
        onClose={confirmation.close}
        verb={m.anonymise()}
        isDangerous
        isPending={anonymise.isPending}
        onConfirm={async () => {
          const outcome = await anonymise.run({ id });
          confirmation.close();
          finish(m.anonymised())(outcome);
        }}
      >
        <p>{m.anonymiseText()}</p>
      </Confirm>
    </div>
  );
}
