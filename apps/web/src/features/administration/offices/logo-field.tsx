import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { UserError } from '../../../lib/errors';
import { catalogue } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { uploadFile } from '../../../lib/upload-file';
import { Button } from '../../../ui/button';
import { Banner, ErrorSummary } from '../../../ui/feedback';
import css from '../administration.module.css';

const m = catalogue(
  {
    logo: 'Logo',
    hint: 'PNG, JPEG ya da WebP. Açık zeminde basılır.',
    alt: '{office} logosu',
    none: 'Logo yok.',
    pick: 'Logo seç',
    other: 'Başka logo seç',
    remove: 'Logoyu kaldır',
    unsaved: 'Logo, profili kaydedince değişir.',
    foreign: 'Logoyu birimin basın müdürü yükler.',
  },
  {
    logo: 'Logo',
    hint: 'PNG, JPEG or WebP. It is printed on a light ground.',
    alt: 'Logo of {office}',
    none: 'No logo.',
    pick: 'Choose a logo',
    other: 'Choose another logo',
    remove: 'Remove the logo',
    unsaved: 'The logo changes when the profile is saved.',
    foreign: 'The press director of the office uploads the logo.',
  },
);

interface LogoFieldProps {
  readonly officeId: string;
  readonly officeName: string;
  readonly fileId: string | null;
  readonly onChange: (fileId: string | null) => void;
  readonly error: string | undefined;
}

/** The logo with its picture. Files belong to the office acted for, so only its own people change it. */
export function LogoField({ officeId, officeName, fileId, onChange, error }: LogoFieldProps) {
  const { viewer } = useSession();
  const [isPending, setIsPending] = useState(false);
  const [isChanged, setIsChanged] = useState(false);
  const [errors, setErrors] = useState<readonly UserError[]>([]);
  const isOwn = viewer.office?.id === officeId;
  const change = (next: string | null) => {
    setIsChanged(true);
    onChange(next);
  };
  async function take(files: FileList | null) {
    const file = files?.item(0);
    if (!file) return;
    setIsPending(true);
    const answer = await uploadFile(file);
    setIsPending(false);
    setErrors('errors' in answer ? answer.errors : []);
    if (!('errors' in answer)) change(answer.id);
  }
  if (!isOwn) return <p className="quiet small">{m.foreign()}</p>;
  return (
    <fieldset className={css.section}>
      <legend>
        <strong>{m.logo()}</strong> <span className="quiet small">{m.hint()}</span>
      </legend>
      <ErrorSummary errors={errors} />
      {error === undefined ? null : <Banner tone="alert">{error}</Banner>}
      {fileId === null ? (
        <p className="quiet">{m.none()}</p>
      ) : (
        <img className={css.logo} src={`/files/${fileId}`} alt={m.alt({ office: officeName })} />
      )}
      <div className="row">
        <FileTrigger
          acceptedFileTypes={['image/png', 'image/jpeg', 'image/webp']}
          onSelect={(files) => void take(files)}
        >
          <Button isPending={isPending}>{fileId === null ? m.pick() : m.other()}</Button>
        </FileTrigger>
        {fileId === null ? null : (
          <Button look="quiet" onPress={() => change(null)}>
            {m.remove()}
          </Button>
        )}
      </div>
      <p className="quiet small" role="status">
        {isChanged ? m.unsaved() : ''}
      </p>
    </fieldset>
  );
}
