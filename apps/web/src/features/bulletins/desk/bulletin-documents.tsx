import { useState } from 'react';
import { useClient } from 'urql';
import { graphql } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { Button, LinkButton } from '../../../ui/button';
import { toast } from '../../../ui/toast';
import { useDesk } from './desk-context';

const TextsQuery = graphql(`
  query BulletinTexts($id: ID!) {
    bulletinTexts(id: $id) {
      plain
      whatsapp
    }
  }
`);

const MailQuery = graphql(`
  query BulletinMailText($id: ID!) {
    bulletinMailPreview(id: $id) {
      subject
      text
    }
  }
`);

const m = catalogue(
  {
    pdf: 'PDF indir',
    word: 'Word olarak indir',
    plain: 'Düz metni kopyala',
    mail: 'E-posta metnini kopyala',
    whatsapp: 'WhatsApp metnini kopyala',
    copied: 'Kopyalandı.',
    failed: 'Kopyalanamadı. Yeniden deneyin.',
    hint: 'Belgeler metnin şu anki hâlinden üretilir.',
  },
  {
    pdf: 'Download PDF',
    word: 'Download Word',
    plain: 'Copy plain text',
    mail: 'Copy the e-mail text',
    whatsapp: 'Copy the WhatsApp text',
    copied: 'Copied.',
    failed: 'Could not be copied. Try again.',
    hint: 'Documents are made of the text as it is now.',
  },
);

/** The bulletin as files to download and texts to paste. */
export function BulletinDocuments() {
  const { bulletin } = useDesk();
  const { id } = bulletin;
  return (
    <>
      <p className="quiet small">{m.hint()}</p>
      <div className="row">
        <LinkButton href={`/bulletins/${id}/document.pdf`} download>
          {m.pdf()}
        </LinkButton>
        <LinkButton href={`/bulletins/${id}/document.docx`} download>
          {m.word()}
        </LinkButton>
        <CopyPlain bulletinId={id} />
        {bulletin.viewerCan.includes('DISTRIBUTE') ? <CopyMail bulletinId={id} /> : null}
        <CopyWhatsApp bulletinId={id} />
      </div>
    </>
  );
}

/** Copies what is read when it is asked for; says whether it worked. */
function useCopy(): {
  readonly isBusy: boolean;
  readonly copy: (read: () => Promise<string | undefined>) => Promise<void>;
} {
  const [isBusy, setIsBusy] = useState(false);
  const copy = async (read: () => Promise<string | undefined>) => {
    setIsBusy(true);
    try {
      const text = await read();
      if (text === undefined) throw new Error('nothing to copy');
      await navigator.clipboard.writeText(text);
      toast(m.copied());
    } catch {
      toast(m.failed());
    }
    setIsBusy(false);
  };
  return { isBusy, copy };
}

function CopyPlain({ bulletinId: id }: { readonly bulletinId: string }) {
  const client = useClient();
  const { isBusy, copy } = useCopy();
  const read = async () => (await client.query(TextsQuery, { id }, fresh).toPromise()).data?.bulletinTexts.plain;
  return (
    <Button isPending={isBusy} onPress={() => void copy(read)}>
      {m.plain()}
    </Button>
  );
}

/** Two sentences and the link, for journalists' groups. */
export function CopyWhatsApp({ bulletinId: id }: { readonly bulletinId: string }) {
  const client = useClient();
  const { isBusy, copy } = useCopy();
  const read = async () => (await client.query(TextsQuery, { id }, fresh).toPromise()).data?.bulletinTexts.whatsapp;
  return (
    <Button isPending={isBusy} onPress={() => void copy(read)}>
      {m.whatsapp()}
    </Button>
  );
}

function CopyMail({ bulletinId: id }: { readonly bulletinId: string }) {
  const client = useClient();
  const { isBusy, copy } = useCopy();
  const read = async () => {
    const mail = (await client.query(MailQuery, { id }, fresh).toPromise()).data?.bulletinMailPreview;
    return mail && `${mail.subject}\n\n${mail.text}`;
  };
  return (
    <Button isPending={isBusy} onPress={() => void copy(read)}>
      {m.mail()}
    </Button>
  );
}

const fresh = { requestPolicy: 'network-only' } as const;
