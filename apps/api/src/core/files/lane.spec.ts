import { setTimeout as pause } from 'node:timers/promises';
import { DomainError, ErrorCode } from '@domain/errors';
import { Lane } from './lane';

describe('a lane', () => {
  it('runs one piece of work at a time, in order of arrival', async () => {
    const lane = new Lane(10);
    const steps: string[] = [];
    const work = (name: string) => async () => {
      steps.push(`${name} begins`);
      await pause(5);
      steps.push(`${name} ends`);
      return name;
    };

    const results = await Promise.all([lane.run(work('Ayvalık')), lane.run(work('Gömeç')), lane.run(work('Havran'))]);

    expect(results).toEqual(['Ayvalık', 'Gömeç', 'Havran']);
    expect(steps).toEqual(results.flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('goes on after work that failed', async () => {
    const lane = new Lane(10);
    const failing = lane.run(async () => {
      await pause(1);
      throw new Error('bozuk');
    });
    const next = lane.run(async () => 'sağlam');

    await expect(failing).rejects.toThrow('bozuk');
    expect(await next).toBe('sağlam');
    expect(await lane.run(async () => 'yine')).toBe('yine');
  });

  it('refuses when too many wait, and takes work again when they are through', async () => {
    const lane = new Lane(1);
    const running = lane.run(() => pause(5, 'bir'));
    const waiting = lane.run(async () => 'iki');

    const refusal: unknown = await lane.run(async () => 'üç').catch((error: unknown) => error);

    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({ code: ErrorCode.TOO_MANY, details: { retryAfterSeconds: 15 } });
    expect(await Promise.all([running, waiting])).toEqual(['bir', 'iki']);
    expect(await lane.run(async () => 'dört')).toBe('dört');
  });
});
