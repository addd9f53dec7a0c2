import { circlesOf } from './new-bulletin-query';

const joint = (leadId: string, partners: readonly string[], declined: readonly string[] = []) => ({
  node: {
    id: `${leadId}-${partners.join('-')}`,
    leadOffice: { id: leadId },
    signatures: [
      { office: { id: leadId }, status: 'PENDING' as const },
      ...partners.map((id) => ({ office: { id }, status: 'PENDING' as const })),
      ...declined.map((id) => ({ office: { id }, status: 'DECLINED' as const })),
    ],
  },
});

describe('offices asked before', () => {
  const askable = ['ayvalik', 'gomec', 'havran'];

  it('are offered as sets, newest first and each once, in protocol order', () => {
    const data = {
      bulletins: {
        edges: [
          joint('edremit', ['havran', 'ayvalik']),
          joint('edremit', ['gomec'], ['ayvalik']),
          joint('edremit', ['ayvalik', 'havran']),
        ],
      },
    };

    expect(circlesOf(data, 'edremit', askable)).toEqual([['ayvalik', 'havran'], ['gomec']]);
  });

  it('leave out what others lead, who has left since, and the set of all', () => {
    const data = {
      bulletins: {
        edges: [
          joint('ayvalik', ['edremit']),
          joint('edremit', ['ayvalik', 'gomec', 'havran']),
          joint('edremit', ['gomec', 'marmara']),
        ],
      },
    };

    expect(circlesOf(data, 'edremit', askable)).toEqual([['gomec']]);
  });
});
