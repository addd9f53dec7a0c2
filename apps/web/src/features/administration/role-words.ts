import { catalogue, sentenceOf } from '../../lib/messages';

const m = catalogue(
  {
    PRESS_DIRECTOR: 'Basın müdürü',
    DEPARTMENT_HEAD: 'Daire başkanı',
    EDITOR: 'Editör',
    STAFF: 'Personel',
    OBSERVER: 'İzleyici',
  },
  {
    PRESS_DIRECTOR: 'Press director',
    DEPARTMENT_HEAD: 'Department head',
    EDITOR: 'Editor',
    STAFF: 'Staff',
    OBSERVER: 'Observer',
  },
);

/** Highest first. */
export const roles = ['PRESS_DIRECTOR', 'DEPARTMENT_HEAD', 'EDITOR', 'STAFF', 'OBSERVER'] as const;
export type RoleCode = (typeof roles)[number];

export const roleName = (role: string) => sentenceOf(m, role);
