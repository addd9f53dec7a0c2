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

/**
 * The colour bar of an office with its name beside it; colour never stands alone. The colour is a
 * presentation attribute, so that a new office needs neither a style rule nor a looser content policy.
 */
export function OfficeMark({
  office,
  offices,
}: {
  readonly office: Named;
  readonly offices: readonly NewsroomOffice[];
}): VNode {
  const colour = offices.find((one) => one.code === office.code)?.colour ?? 'currentColor';
  return (
    <span class="mark">
      <svg viewBox="0 0 4 14" width="4" height="14" aria-hidden="true" focusable="false">
        <rect width="4" height="14" fill={colour} />
      </svg>
      {shortOfficeName(office.name)}
    </span>
  );
}

/** The marks of a bulletin's offices in their order. */
export function OfficeMarks(props: {
  readonly of: readonly Named[];
  readonly offices: readonly NewsroomOffice[];
}): VNode {
  return (
    <ul class="plain marks">
      {props.of.map((office) => (
        <li>
          <OfficeMark office={office} offices={props.offices} />
        </li>
      ))}
    </ul>
  );
}
