import { sentenceForError, type UserError } from '../../../lib/errors';
import { graphql, Refusal } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { useAct } from '../../../lib/use-act';
import { Button } from '../../../ui/button';
import { Banner } from '../../../ui/feedback';
import { Confirm, useDisclosure } from '../../../ui/overlay';
import { toast } from '../../../ui/toast';

const m = catalogue(
  {
    activate: 'Etkinleştir',
    activateTitle: '{office}: platforma al',
    activateText:
      'Birim gözlem kipinde açılır: çalışanları davet edilip giriş yapar, kendileriyle paylaşılanları okur ve yorumlar. Oluru henüz beklenmez.',
    activateNext:
      'Sonraki adımlar: Üyeler sayfasından basın müdürünü davet edin. Müdür yürürlükteki tüzüğü imzalayınca birimi etkin yapın.',
    activated: '{office} gözlem kipinde açıldı. Şimdi basın müdürünü davet edin.',
    admit: 'Etkin yap',
    admitTitle: '{office}: gözlemi bitir',
    admitText:
      'Bundan sonra birimin oluru sayılır: katıldığı ortak bültenlerde ve yeni tüzük önerilerinde yanıtı beklenir. Önce birimin yürürlükteki tüzüğü imzalamış olması gerekir.',
    admitted: '{office} etkin; artık oluru sayılıyor.',
    unsigned:
      'Birim yürürlükteki tüzüğü henüz imzalamadı. Basın müdürü ya da vekili Tüzük sayfasından imzalayınca yeniden deneyin.',
    deactivate: 'Etkinliğine son ver',
    deactivateTitle: '{office}: etkinliğine son ver',
    deactivateText:
      'Çalışanları bu birim adına artık işlem yapamaz ve açık olurları beklenmez. Verilmiş olurlar, yayımlanmış bültenler ve kayıtlar olduğu gibi kalır. Birim sonra yeniden açılabilir.',
    deactivated: '{office} artık etkin değil.',
    busy: 'Birimin yürüttüğü, olurda ya da yayın saatini bekleyen bültenler var. Önce onlar yayımlanmalı ya da geri alınmalı.',
  },
  {
    activate: 'Activate',
    activateTitle: '{office}: let in',
    activateText:
      'The office opens in shadow mode: its people are invited and sign in, read and comment what is shared with them. Its signature is not waited for yet.',
    activateNext:
      'Next: invite its press director on the Members page. Once the director has signed the charter in force, make the office active.',
    activated: '{office} is open in shadow mode. Now invite its press director.',
    admit: 'Make active',
    admitTitle: '{office}: end shadow mode',
    admitText:
      'From now on its signature counts: it is waited for in joint bulletins and for new charters. The office must have signed the charter in force first.',
    admitted: '{office} is active; its signature counts now.',
    unsigned:
      'The office has not signed the charter in force yet. Try again once its press director or deputy has signed it on the Charter page.',
    deactivate: 'Deactivate',
    deactivateTitle: '{office}: deactivate',
    deactivateText:
      'Its people can act for it no more and its open signatures are not waited for. Given signatures, released bulletins and records stay as they are. It can be let in again later.',
    deactivated: '{office} is inactive now.',
    busy: 'It leads bulletins that are in sign-off or wait for their release. Release them or take them back first.',
  },
);

const ActivateMutation = graphql(
  `
    mutation OfficeActivate($code: String!) {
      officeActivate(code: $code) {
        office {
          id
          state
          joinedAt
          version
          viewerCan
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const AdmitMutation = graphql(
  `
    mutation OfficeAdmit($code: String!) {
      officeAdmit(code: $code) {
        office {
          id
          state
          version
          viewerCan
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

const DeactivateMutation = graphql(
  `
    mutation OfficeDeactivate($code: String!) {
      officeDeactivate(code: $code) {
        office {
          id
          state
          version
          viewerCan
        }
        errors {
          ...Refusal
        }
      }
    }
  `,
  [Refusal],
);

interface OfficeProps {
  readonly office: { readonly code: string; readonly name: string; readonly viewerCan: readonly string[] };
}

interface StepProps extends OfficeProps {
  readonly verb: string;
  readonly title: string;
  readonly texts: readonly string[];
  readonly done: string;
  readonly act: {
    readonly run: (variables: { readonly code: string }) => Promise<{ readonly isDone: boolean }>;
    readonly isPending: boolean;
    readonly errors: readonly UserError[];
    readonly clear: () => void;
  };
  /** Sentences for refusals that mean something particular here. */
  readonly refusals?: Readonly<Record<string, string>>;
  readonly look: 'plain' | 'danger';
}

/** One step of joining or leaving, explained before it is done. */
function Step({ office, verb, title, texts, done, act, refusals = {}, look }: StepProps) {
  const { isOpen, open, close } = useDisclosure();
  const sentence = (error: UserError) => refusals[error.code] ?? sentenceForError(error);
  const leave = () => {
    act.clear();
    close();
  };
  async function confirm() {
    const { isDone } = await act.run({ code: office.code });
    if (!isDone) return;
    close();
    toast(done);
  }
  return (
    <>
      <Button look={look} onPress={open} aria-label={`${verb}: ${office.name}`}>
        {verb}
      </Button>
      <Confirm
        title={title}
        isOpen={isOpen}
        onClose={leave}
        onConfirm={confirm}
        verb={verb}
        isPending={act.isPending}
        isDangerous={look === 'danger'}
      >
        {act.errors.length > 0 ? (
          <Banner tone="alert">
            {act.errors.map((error) => (
              <p key={error.code}>{sentence(error)}</p>
            ))}
          </Banner>
        ) : null}
        {texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Confirm>
    </>
  );
}

/** Lets an inactive office in; shown to who may. */
export function ActivateOffice({ office }: OfficeProps) {
  const act = useAct(ActivateMutation);
  if (!office.viewerCan.includes('ACTIVATE')) return null;
  const name = { office: office.name };
  return (
    <Step
      office={office}
      verb={m.activate()}
      title={m.activateTitle(name)}
      texts={[m.activateText(), m.activateNext()]}
      done={m.activated(name)}
      act={act}
      look="plain"
    />
  );
}

/** Ends shadow mode; shown to who may. */
export function AdmitOffice({ office }: OfficeProps) {
  const act = useAct(AdmitMutation);
  if (!office.viewerCan.includes('END_SHADOW')) return null;
  const name = { office: office.name };
  return (
    <Step
      office={office}
      verb={m.admit()}
      title={m.admitTitle(name)}
      texts={[m.admitText()]}
      done={m.admitted(name)}
      act={act}
      refusals={{ SIGNATURES_MISSING: m.unsigned() }}
      look="plain"
    />
  );
}

/** Lets an office go; shown to who may. */
export function DeactivateOffice({ office }: OfficeProps) {
  const act = useAct(DeactivateMutation);
  if (!office.viewerCan.includes('DEACTIVATE')) return null;
  const name = { office: office.name };
  return (
    <Step
      office={office}
      verb={m.deactivate()}
      title={m.deactivateTitle(name)}
      texts={[m.deactivateText()]}
      done={m.deactivated(name)}
      act={act}
      refusals={{ WRONG_STATE: m.busy() }}
      look="danger"
    />
  );
}
