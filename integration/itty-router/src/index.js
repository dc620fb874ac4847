import { DurableObject } from 'cloudflare:workers';
import { AutoRouter, cors, error, json, Router, status, StatusError, text, withContent, withCookies } from 'itty-router';

/** A list of things to do, an entry of the object's storage each. */
export class TodoList extends DurableObject {
  async all() {
    return [...(await this.ctx.storage.list({ prefix: 'todo:' })).values()];
  }

  async add(title) {
    const id = ((await this.ctx.storage.get('last')) ?? 0) + 1;
    await this.ctx.storage.put({ last: id, [`todo:${id}`]: { id, title } });
    return { id, title };
  }

  remove(id) {
    return this.ctx.storage.delete(`todo:${id}`);
  }
}

const { preflight, corsify } = cors({ origin: ['https://example.com'], credentials: true });

const listOf = ({ params }, env) => env.LISTS.get(env.LISTS.idFromName(params.list));

const todos = Router({ base: '/lists/:list' })
  .get('/', (request, env) => listOf(request, env).all())
  .post('/', withContent, async (request, env) => {
    if (!request.content?.title) throw new StatusError(422, { error: 'a title is missing' });
    return json(await listOf(request, env).add(request.content.title), { status: 201 });
  })
  .delete('/:id', async (request, env) => {
    if (await listOf(request, env).remove(Number(request.params.id))) return status(204);
  });

// It makes a new response with status 200 of any, so only those get it that ask for it.
const corsified = (response, request) => (request.headers.has('origin') ? corsify(response, request) : response);

const router = AutoRouter({ before: [preflight, withCookies], finally: [corsified] });

router
  .get('/', () => text('Hello itty!'))
  .get('/hello/:name?', ({ name = 'nobody' }) => `Hello, ${name}`)
  .get('/query', ({ query }) => query)
  .get('/cookies', ({ cookies }) => cookies)
  .get('/files/:path+', ({ path }) => ({ path }))
  .get('/teapot', () => error(418, 'short and stout'))
  .get('/bug', () => {
    throw new Error('a bug');
  })
  .all('/lists/*', todos.fetch);

export default { ...router };
