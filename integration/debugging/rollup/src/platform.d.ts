declare module 'cloudflare:workers' {
  export class DurableObject<Env = unknown> {
    protected ctx: any;
    protected env: Env;
  }
}
declare class Response {
  constructor(body?: string | null);
}
declare class URL {
  constructor(url: string);
  readonly pathname: string;
}
