import { DurableObject } from 'cloudflare:workers';
import { spoken } from './spoken';

type Hour = number & { readonly hour: unique symbol };

export class Clock extends DurableObject {
  fetch(request: Request): Response {
    const hour = Number(new URL(request.url).pathname.slice(1)) as Hour;
    return new Response(spoken(hour));
  }
}

export default {
  fetch: (request: Request, env: any) => env.CLOCKS.getByName('tower').fetch(request),
};
