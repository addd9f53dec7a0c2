import type { FragmentOf } from '../../lib/graphql';
import { readFragment } from '../../lib/graphql';
import { formatClock } from '../../lib/dates';
import { nameless } from '../../lib/bulletin-words';
import { catalogue } from '../../lib/messages';
import { useNow } from '../../lib/use-now';
import { EmptyState } from '../../ui/feedback';
import { ReleaseFields } from './release-queue';
import { TaskRow, type TaskFields } from './task-row';
import css from './today.module.css';

const m = catalogue(
  {
    title: 'Beni bekleyen',
    count: 'Bekleyen iş: {count}',
    none: 'Sizi bekleyen iş yok.',
    next: 'Sıradaki: {time} {headline}',
    noneText: 'Olurunuz istendiğinde, bir birim sizi davet ettiğinde ya da adınız anıldığında burada görürsünüz.',
  },
  {
    title: 'Waiting for me',
    count: 'Waiting: {count}',
    none: 'Nothing waits for you.',
    next: 'Next: {time} {headline}',
    noneText: 'When your signature is asked for, an office invites you or somebody mentions you, it stands here.',
  },
);

interface TaskListProps {
  readonly tasks: readonly ({ readonly id: string } & FragmentOf<typeof TaskFields>)[];
  readonly releases: readonly FragmentOf<typeof ReleaseFields>[];
  readonly onDone: () => void;
}

/** What waits, by deadline as the API orders it. */
export function TaskList({ tasks, releases, onDone }: TaskListProps) {
  const now = useNow();
  const next = releases.map((release) => readFragment(ReleaseFields, release)).find(({ at }) => new Date(at) > now);
  return (
    <section aria-labelledby="bekleyen" className={css.tasks}>
      <h2 id="bekleyen" className={css.heading}>
        {m.title()} {tasks.length === 0 ? null : <span className={css.count}>{tasks.length}</span>}
      </h2>
      <p role="status" className="visually-hidden">
        {tasks.length === 0 ? m.none() : m.count({ count: tasks.length })}
      </p>
      {tasks.length === 0 ? (
        <EmptyState title={m.none()}>
          {next === undefined
            ? m.noneText()
            : m.next({ time: formatClock(next.at), headline: next.bulletin.headline || nameless.headline() })}
        </EmptyState>
      ) : (
        <ol className={css.list}>
          {tasks.map((task) => (
            <TaskRow key={task.id} task={task} now={now} onDone={onDone} />
          ))}
        </ol>
      )}
    </section>
  );
}
