export { Basket } from './basket';

interface Env {
  BASKETS: any;
}

export default {
  async fetch(request: { url: string }, env: Env): Promise<Response> {
    const [, name, fruit] = new URL(request.url).pathname.split('/');
    const basket = env.BASKETS.getByName(name);
    return new Response(await basket.add(fruit));
  },
};
