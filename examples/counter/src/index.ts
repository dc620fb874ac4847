import type { Env } from './env';

export { CounterTs } from './counter';

const USAGE = `GET  /named/NAME        the count of the counter that has this name
POST /named/NAME?by=N   adds N to it (1 if left out)
POST /unique            makes a counter without a name and tells its id
GET  /unique/ID         its count
POST /unique/ID?by=N    adds N to it
`;

export default {
  async fetch(request, env): Promise<Response> {
    const [kind, key, ...rest] = new URL(request.url).pathname.slice(1).split('/');
    if (rest.length > 0) return notFound();
    if (kind === '') return new Response(USAGE);
    if (kind === 'named' && key) {
      // The same name leads to the same object from anywhere: the name is all that a client must know.
      return env.COUNTER.get(env.COUNTER.idFromName(key)).fetch(request);
    }
    if (kind === 'unique' && key === undefined && request.method === 'POST') {
      // Nobody can guess a unique id, and nobody can find it again: the client has to keep it.
      const id = env.COUNTER.newUniqueId().toString();
      return Response.json({ id }, { status: 201, headers: { location: `/unique/${id}` } });
    }
    if (kind === 'unique' && key) {
      const id = counterId(env.COUNTER, key);
      if (id === undefined) return new Response('No counter has this id.\n', { status: 404 });
      return env.COUNTER.get(id).fetch(request);
    }
    return notFound();
  },
} satisfies ExportedHandler<Env>;

/** The id that `hex` spells, unless it was not made by this namespace. */
function counterId(counters: DurableObjectNamespace, hex: string): DurableObjectId | undefined {
  try {
    return counters.idFromString(hex);
  } catch {
    return undefined;
  }
}

function notFound(): Response {
  return new Response(`There is nothing here. What there is:\n\n${USAGE}`, { status: 404 });
}
