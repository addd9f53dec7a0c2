import type DataLoader from 'dataloader';
import type { RequestContext } from '../context';

type LoaderFactory<K, V> = (ctx: RequestContext) => DataLoader<K, V>;

/** Holds the loaders of one request, each made when it is first asked for. */
export class LoaderRegistry {
  private readonly loaders = new Map<unknown, unknown>();

  constructor(private readonly ctx: RequestContext) {}

  /** The loader that this factory makes, one per request. */
  of<K, V>(factory: LoaderFactory<K, V>): DataLoader<K, V> {
    let loader = this.loaders.get(factory) as DataLoader<K, V> | undefined;
    if (!loader) {
      loader = factory(this.ctx);
      this.loaders.set(factory, loader);
    }
    return loader;
  }
}
