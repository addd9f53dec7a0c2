import type { VNode } from 'preact';
import type { NewsroomOffice } from '../published-editions';

interface Named {
  readonly code: string;
  readonly name: string;
}

/** 'Edremit Belediyesi' → 'Edremit': what is left is unmistakable beside the colour. */
export function shortOfficeName(name: string): string {
  return name.replace(/ Belediyesi$/, '');
}

interface MarkProps {
  readonly office: Named;
  readonly offices: readonly NewsroomOffice[];
}

/**
 * The colour bar of an office with its name beside it; colour never stands alone. The colour is a
 * presentation attribute, so that a new office needs neither a style rule nor a looser content policy.
 */
export function OfficeMark({ office, offices }: MarkProps): VNode {
  return (
    <span class="mark">
      <ColourBar office={office} offices={offices} />
      {shortOfficeName(office.name)}
    </span>
  );
}

function ColourBar({ office, offices }: MarkProps): VNode {
  const colour = offices.find((one) => one.code === office.code)?.colour ?? 'currentColor';
  return (
    <svg width="4" height="14" aria-hidden="true">
      <path fill={colour} d="M0 0h4v14H0z" />
    </svg>
  );
}

interface MarksProps {
  readonly of: readonly Named[];
  readonly offices: readonly NewsroomOffice[];
}

/** The marks of a bulletin's offices in their order. */
export function OfficeMarks({ of, offices }: MarksProps): VNode {
  return (
    <ul class="plain marks">
      {of.map((office) => (
        <li>
          <OfficeMark office={office} offices={offices} />
        </li>
      ))}
    </ul>
  );
}

/** The same by their codes, for lists; an office that has left the newsroom keeps its name. */
export function OfficeCodes({ of, offices }: MarksProps): VNode {
  return (
    <ul class="plain marks">
      {of.map((office) => (
        <li class="mark">
          <ColourBar office={office} offices={offices} />
          <Code office={office} offices={offices} />
        </li>
      ))}
    </ul>
  );
}

function Code({ office, offices }: MarkProps): VNode {
  const name = shortOfficeName(office.name);
  const code = offices.find((one) => one.code === office.code)?.shortCode;
  return code === undefined ? <>{name}</> : <abbr title={name}>{code}</abbr>;
}
