/** What wrangler.toml binds. */
export interface Env {
  readonly COUNTER: DurableObjectNamespace;
  readonly STEP: number;
}
