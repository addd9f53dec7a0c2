import { IconAlertTriangle, IconBan, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { graphql, type ResultOf } from '../../../lib/graphql';
import { catalogue } from '../../../lib/messages';
import { Button } from '../../../ui/button';
import { Loaded } from '../../../ui/feedback';
import { useDesk } from './desk-context';
import { useDeskQuery } from './desk-live';
import { findingSentence } from './finding-words';
import { jumpToSection } from './jump';
import { useOpenTab } from './use-open-tab';
import { useIsWide } from './use-is-wide';
import css from './finding-list.module.css';

const FindingsQuery = graphql(`
  query BulletinFindings($id: ID!) {
    bulletinFindings(id: $id) {
      code
      severity
      sectionId
      params
    }
  }
`);

export type Finding = ResultOf<typeof FindingsQuery>['bulletinFindings'][number];

const m = catalogue(
  { none: 'Eksik yok.', jump: 'Git', block: 'Engel:', warn: 'Uyarı:' },
  { none: 'Nothing is missing.', jump: 'Go there', block: 'Blocks:', warn: 'Warning:' },
);

/** What stands in the way of the release now, the blocking ones first. */
export function useFindings(id: string) {
  const [result, read] = useDeskQuery(FindingsQuery, { id });
  const findings = result.data?.bulletinFindings ?? [];
  const inOrder = [
    ...findings.filter(({ severity }) => severity === 'BLOCK'),
    ...findings.filter(({ severity }) => severity !== 'BLOCK'),
  ];
  return { result, findings: inOrder, readAgain: () => read({ requestPolicy: 'network-only' }) };
}

/** The findings with the way to each place. */
export function FindingList() {
  const { bulletin } = useDesk();
  const openTab = useOpenTab();
  const isWide = useIsWide();
  const { result, findings, readAgain } = useFindings(bulletin.id);
  const go = (sectionId: string) => {
    if (!isWide) openTab('metin');
    // The sheet of the phone gives the page back before the jump.
    setTimeout(() => jumpToSection(sectionId), isWide ? 0 : 300);
  };
  return (
    <Loaded result={result} onRetry={readAgain}>
      {() =>
        findings.length === 0 ? (
          <p className={css.ok}>
            <IconCircleCheck size={20} aria-hidden /> {m.none()}
          </p>
        ) : (
          <ul className={css.list}>
            {findings.map((finding) => (
              <FindingRow key={keyOf(finding)} finding={finding}>
                {finding.sectionId === null ? null : (
                  <Button look="quiet" onPress={() => go(finding.sectionId ?? '')}>
                    {m.jump()}
                  </Button>
                )}
              </FindingRow>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

export const keyOf = ({ code, sectionId, params }: Finding): string => [code, sectionId, ...params].join(' ');

/** One finding with what can be done about it. */
export function FindingRow({ finding, children }: { readonly finding: Finding; readonly children: ReactNode }) {
  const isBlock = finding.severity === 'BLOCK';
  const Sign = isBlock ? IconBan : IconAlertTriangle;
  return (
    <li className={css.row} data-severity={finding.severity}>
      <Sign size={20} aria-hidden className={css.sign} />
      <span className={css.words}>
        <span className="visually-hidden">{isBlock ? m.block() : m.warn()} </span>
        {findingSentence(finding.code, finding.params)}
      </span>
      {children}
    </li>
  );
}
