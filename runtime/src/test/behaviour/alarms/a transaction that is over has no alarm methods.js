import { DurableObject } from 'cloudflare:workers';

export class Subject extends DurableObject {
  async run() {
    const { storage } = this.ctx;
    let over;
    await storage.transaction(async (txn) => {
      over = txn;
    });
    let undone;
    await storage.transaction(async (txn) => {
      undone = txn;
      txn.rollback();
    });
    const said = [];
    for (const txn of [over, undone]) {
      for (const call of [() => txn.getAlarm(), () => txn.setAlarm(5e12), () => txn.deleteAlarm()]) {
        try {
          await call();
        } catch (error) {
          said.push(error.message);
        }
      }
    }
    return said;
  }
  alarm() {}
}

export async function behaviour(assert, env) {
  const object = env.OBJECTS.getByName('a');
  const methods = ['getAlarm', 'setAlarm', 'deleteAlarm'];
  const committed = (method) =>
    `Cannot call ${method}() on transaction that has already committed: did you move \`txn\` outside of the closure?`;
  const undone = (method) => `Cannot ${method}() on rolled back transaction`;
  assert.deepEqual(await object.run(), [...methods.map(committed), ...methods.map(undone)]);
}
