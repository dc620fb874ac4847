import { DurableObject } from 'cloudflare:workers';

const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export class Subject extends DurableObject {
  async order() {
    const order = [];
    const timer = sleep(0).then(() => order.push('timer'));
    const rsa = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' };
    await crypto.subtle.generateKey(rsa, true, ['sign', 'verify']);
    const password = await crypto.subtle.importKey('raw', new Uint8Array(8), 'PBKDF2', false, ['deriveBits']);
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(8), iterations: 50_000 }, password, 256);
    order.push('keys');
    await timer;
    return order;
  }
}

export async function behaviour(assert, env) {
  assert.deepEqual(await env.OBJECTS.getByName('x').order(), ['keys', 'timer']);
}
