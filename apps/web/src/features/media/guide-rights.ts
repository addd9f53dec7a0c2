import { useQuery } from 'urql';
import { graphql } from '../../lib/graphql';
import { catalogue } from '../../lib/messages';

const m = catalogue(
  {
    edit: 'Bu işlem için yetki: editör ve üstü',
    exportAll: 'Bu işlem için yetki: birim sorumlusu ve basın müdürü',
  },
  { edit: 'Right needed: editor or higher', exportAll: 'Right needed: department head or press director' },
);

const GuideRights = graphql(`
  query MediaGuideRights {
    mediaGuideViewerCan
  }
`);

interface Rights {
  /** Someone below editor sees no personal data of journalists at all. */
  readonly isClosed: boolean;
  readonly editRefusal: string | undefined;
  readonly exportRefusal: string | undefined;
}

/** What the viewer may do with the office's guide, in the words that stand on a refused button. */
export function useGuideRights(): Rights {
  const [{ data }] = useQuery({ query: GuideRights });
  const acts = data?.mediaGuideViewerCan;
  return {
    isClosed: acts !== undefined && !acts.includes('VIEW'),
    editRefusal: acts === undefined || acts.includes('EDIT') ? undefined : m.edit(),
    exportRefusal: acts === undefined || acts.includes('EXPORT') ? undefined : m.exportAll(),
  };
}
