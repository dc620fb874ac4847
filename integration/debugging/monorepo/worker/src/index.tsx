import { plural } from '@durascope-integration/words';
import { DurableObject } from 'cloudflare:workers';
import { h } from './h';

export class Flock extends DurableObject {
  fetch(request: Request): Response {
    const size = Number(new URL(request.url).pathname.slice(1));
    return new Response(
      <b>
        {plural(size, 'lamb')}
      </b>,
    );
  }
}

export default {
  fetch: (request: Request, env: any) => env.FLOCKS.getByName('meadow').fetch(request),
};
