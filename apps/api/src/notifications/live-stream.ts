/** The word of a stream that this one is not for the subscriber. */
export const withheld = Symbol('withheld');

/** One thing to deliver, and whether it is the last. */
export interface Delivered<T> {
  readonly value: T;
  readonly isLast: boolean;
}

/** What a stream makes of a message: something to deliver, nothing (`withheld`), or its own end (null). */
export type Judgement<T> = Delivered<T> | typeof withheld | null;

/**
 * A subscription's events: each message is judged when it is due to be delivered, one after the other. Unlike a
 * generator it ends at once when the client leaves, also while it waits for the next message; `messages` must, too.
 */
export function liveStream<M, T>(
  messages: AsyncIterator<M>,
  judge: (message: M) => Promise<Judgement<T>>,
): AsyncIterableIterator<T> {
  let isOver = false;
  const finish = async (): Promise<IteratorResult<T>> => {
    isOver = true;
    await messages.return?.();
    return { done: true, value: undefined };
  };
  return {
    async next() {
      if (isOver) return finish();
      for (;;) {
        const message = await messages.next();
        if (message.done) return finish();
        const judgement = await judge(message.value).catch(async (error: unknown) => {
          await finish();
          throw error;
        });
        if (judgement === withheld) continue;
        if (judgement === null) return finish();
        if (judgement.isLast) await finish();
        return { done: false, value: judgement.value };
      }
    },
    return: finish,
    async throw(error: unknown) {
      await finish();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
