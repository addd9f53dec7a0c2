import { threadAt, type DeskComment } from './comments-query';

const comment = (id: string, overrides: Partial<DeskComment> = {}): DeskComment => ({
  id,
  threadId: id,
  sectionId: 'lead',
  anchorId: null,
  quotedText: null,
  body: 'Sayı kesin mi?',
  createdAt: '2026-04-23T06:00:00.000Z',
  editedAt: null,
  resolvedAt: null,
  author: { id: 'u', name: 'Işıl Şimşek' },
  office: { id: 'o', name: 'Ayvalık Belediyesi' },
  ...overrides,
});

describe('the thread in a section’s margin', () => {
  const comments = [
    comment('first', { anchorId: 'a' }),
    comment('other', { anchorId: 'b' }),
    comment('answer', { threadId: 'first', sectionId: null }),
    comment('closed', { anchorId: 'c', resolvedAt: '2026-04-23T07:00:00.000Z' }),
    comment('elsewhere', { sectionId: 'spot', anchorId: 'd' }),
    comment('whole', { anchorId: null }),
  ];

  it('is the open one about the words at the caret, with its answers', () => {
    const thread = threadAt(comments, 'lead', 'a');

    expect([thread?.first.id, thread?.answers.map(({ id }) => id)]).toEqual(['first', ['answer']]);
  });

  it.each(['c', 'd', 'gone', null])('is none at "%s"', (anchorId) => {
    expect(threadAt(comments, 'lead', anchorId)).toBeNull();
  });
});
