import { DurableObject } from 'cloudflare:workers';
import { listed } from './words';

/** What somebody has picked. */
export class Basket extends DurableObject {
  async add(fruit: string): Promise<string> {
    const before: string[] = (await this.ctx.storage.get('fruits')) ?? [];
    const fruits = [...before, fruit];
    await this.ctx.storage.put('fruits', fruits);
    return listed(fruits);
  }
}
